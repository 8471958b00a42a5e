/* Phone numbers that a telephone in this country can't dial: a digit is missing, or one too many. */
#include "publish/checks.h"
#include "publish/dialling.h"

#include <string.h>

static const enum table_id tables[] = { TABLE_PHONES, TABLE_EMERGENCY };

void check_phones(const struct source *source, struct findings *findings)
{
    for (size_t i = 0; i < COUNT(tables); i++) {
        const struct table *table = &source->tables[tables[i]];
        for (size_t j = 0; j < table->count; j++) {
            const struct row *row = &table->rows[j];
            const char *number = row_get(table, row, "number");
            bool has_digit = strpbrk(number, "0123456789") != NULL; /* else it is a finding of another rule */
            if (row->shown && has_digit && !dialling_is_possible(number, source->manifest.country))
                finding_add(findings, RULE_PHONE_CANNOT_BE_DIALLED, row_spot(table, row, "number"),
                            "\"%s\" can't be dialled in the country %s", number, source->manifest.country);
        }
    }
}
