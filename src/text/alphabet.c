#include "text/alphabet.h"

#include "text/icu.h"

#include "base/list.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>

struct letters {
    struct alphabet_letter *at;
    size_t count;
};

static const char *base_of(UChar letter, struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar out[8] = { letter };
    const UNormalizer2 *normalizer = unorm2_getNFDInstance(&status);
    (void)unorm2_getDecomposition(normalizer, letter, out, COUNT(out), &status);
    return icu_utf8(arena, out, 1);
}

struct alphabet alphabet_of(const char *lang, struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    char id[ICU_ID_MAX];
    struct letters letters = { 0 };
    icu_locale_id(id, lang);
    ULocaleData *data = ulocdata_open(id, &status);
    USet *set = uset_openEmpty();
    ulocdata_getExemplarSet(data, set, 0, ULOCDATA_ES_STANDARD, &status);
    int32_t count = U_SUCCESS(status) ? uset_size(set) : 0;
    for (int32_t i = 0; i < count; i++) {
        UChar32 letter = uset_charAt(set, i);
        UChar unit = (UChar)letter;
        if (letter == unit &&
            u_isalpha(letter)) /* alphabets lie in the first plane; what lies beyond is a dictionary */
            *LIST_ADD(arena, letters) = (struct alphabet_letter){ icu_utf8(arena, &unit, 1), base_of(unit, arena) };
    }
    uset_close(set);
    ulocdata_close(data);
    return (struct alphabet){ letters.at, letters.count };
}
