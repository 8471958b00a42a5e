/* How long ago somebody looked whether it still is so: services and pages, counted to the day of the check. */
#include "base/clock.h"
#include "publish/checks.h"

#include <string.h>

/* The day so many months later; a 31st that the month does not have is the next month's first. */
static int64_t months_after(struct civil date, int months)
{
    int month = date.month - 1 + months;
    int year = date.year + month / 12;
    month = month % 12 + 1;
    return civil_date_is_valid(year, month, date.day) ? civil_days(year, month, date.day)
                                                      : civil_days(month == 12 ? year + 1 : year, month % 12 + 1, 1);
}

enum check_age check_age_of(const char *checked, const char *day)
{
    struct civil then;
    struct civil now;
    struct str time;
    if (!civil_parse_date(&then, str_of(checked)) || !civil_parse_date(&now, str_cut(str_of(day), 'T', &time)))
        return AGE_NOT_KNOWN;
    int64_t today = civil_days(now.year, now.month, now.day);
    if (today > months_after(then, 12))
        return AGE_OVER_12_MONTHS;
    return today > months_after(then, 6) ? AGE_OVER_6_MONTHS : AGE_FRESH;
}

static void check(const struct source *source, struct findings *findings, struct spot where, const char *checked,
                  const char *name)
{
    enum check_age age = check_age_of(checked, source->day);
    if (age == AGE_OVER_12_MONTHS)
        finding_add(findings, RULE_CHECKED_OVER_12_MONTHS_AGO, where, "last checked on %s, over 12 months ago: %s",
                    checked, name);
    else if (age == AGE_OVER_6_MONTHS)
        finding_add(findings, RULE_CHECKED_OVER_6_MONTHS_AGO, where, "last checked on %s, over 6 months ago: %s",
                    checked, name);
}

void check_ages(const struct source *source, struct findings *findings)
{
    const struct table *services = &source->tables[TABLE_SERVICES];
    for (size_t i = 0; i < services->count; i++) {
        const struct row *row = &services->rows[i];
        if (row->shown)
            check(source, findings, row_spot(services, row, "assured_date"), row_get(services, row, "assured_date"),
                  row_get(services, row, "name"));
    }
    for (size_t i = 0; i < source->guide.count; i++) {
        const struct guide_page *page = &source->guide.pages[i];
        check(source, findings, (struct spot){ page->file, 1, "checked" }, page->checked, page->title);
    }
}
