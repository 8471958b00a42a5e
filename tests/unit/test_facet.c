#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/facet.h"

static void every_facet_is_found_by_its_id(void **state)
{
    (void)state;
    for (size_t i = 0; i < FACET_COUNT; i++) {
        enum facet found = FACET_COUNT;
        assert_true(facet_from_id(&found, facet_id((enum facet)i)));
        assert_int_equal(found, i);
    }
}

static void an_unknown_id_is_no_facet(void **state)
{
    (void)state;
    enum facet found = FACET_FREE;
    assert_false(facet_from_id(&found, "cheap"));
    assert_false(facet_from_id(&found, ""));
    assert_false(facet_from_id(&found, NULL));
    assert_int_equal(found, FACET_FREE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_facet_is_found_by_its_id),
        cmocka_unit_test(an_unknown_id_is_no_facet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
