/* Fuzzes opening_hours texts, as people and programs write them: whatever comes, the rows must be sound and open when
 * the rules say, or the hours are not known, with a doubt and the text. */
#include "support/opening_case.h"

#include <stdlib.h>
#include <string.h>

#define YEAR 2026
#define STEP 13 /* days: each weekday comes, and most months */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str rest;
    struct opening_hours hours;
    struct str text = str_cut((struct str){ (const char *)data, size }, '\t', &rest);
    if (!str_is_utf8(text) || (text.len > 0 && memchr(text.at, '\0', text.len)))
        return 0; /* no such text comes out of a CSV, JSON or workbook */
    opening_hours_read(&hours, &arena, text, YEAR);
    expect((hours.count > 0) == (str_trim(text).len > 0));
    if (hours.doubt)
        expect(hours.count == 1 && hours.closure_count == 0 && !hours.rows[0].opens_at[0] && hours.rows[0].notes[0]);
    expect(!opening_case_differs(&arena, text, YEAR, STEP));
    return 0;
}
