/* Workbooks that a test makes, part by part; feed_file_remove removes them. A failure ends the test program. */
#ifndef TESTS_SUPPORT_WORKBOOK_H
#define TESTS_SUPPORT_WORKBOOK_H

#include "base/def.h"

struct workbook_part {
    const char *name; /* in the zip */
    const char *xml;
};

char *workbook_of_parts(const struct workbook_part *parts, size_t count);

/* A workbook of one sheet "Sheet" that holds `rows`, the inside of <sheetData>. Style 1 is a date, 2 a time, 3 a date
 * with a time, 4 the custom format "jj" dd/mm/yyyy, 5 a number with the word "day" behind it. Shared string 0 is
 * "Zéro", 1 is in two runs of letters: "un" and "deux". */
char *workbook_of_rows(const char *rows, bool from_1904);

#endif
