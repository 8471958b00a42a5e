/* Notices: whether there is a day left on which a kiosk will show them. */
#include "base/clock.h"
#include "publish/checks.h"

#include <string.h>

/* "Over" is measured by the day the pack was made, not by today: the same folder always gets the same
 * findings. */
void check_notices(const struct source *source, struct findings *findings)
{
    const struct table *notices = &source->tables[TABLE_NOTICES];
    struct civil date;
    for (size_t i = 0; i < notices->count; i++) {
        const char *end = row_get(notices, &notices->rows[i], "end");
        if (civil_parse_date(&date, str_of(end)) && strncmp(end, source->manifest.created, 10) < 0)
            finding_add(findings, RULE_NOTICE_OVER, row_spot(notices, &notices->rows[i], "end"),
                        "the notice was over before the pack was made, on %s", source->manifest.created);
    }
}
