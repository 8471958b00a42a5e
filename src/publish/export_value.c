#include "publish/export_value.h"

#include "base/clock.h"
#include "publish/schedule.h"

#include <string.h>

static const char *time_value(const char *text, struct arena *arena)
{
    int minutes;
    if (!schedule_parse_time(&minutes, text))
        return NULL;
    return arena_printf(arena, "%02d:%02d:00", minutes / 60, minutes % 60);
}

static const char *moment_value(const char *text, struct arena *arena)
{
    int64_t moment;
    if (!clock_parse_rfc3339(&moment, str_of(text)))
        return NULL;
    int64_t day = moment / 86400000 - (moment % 86400000 < 0 ? 1 : 0);
    int seconds = (int)((moment - day * 86400000) / 1000);
    struct civil date = civil_from_days(day);
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day, seconds / 3600,
                        seconds / 60 % 60, seconds % 60);
}

/* Columns for a day hold one, whatever time of day a program has added; those for a moment both. */
static const char *date_value(const struct hsds_column *column, const char *text, struct arena *arena)
{
    struct civil date;
    struct str time;
    bool is_moment = strcmp(column->name, "last_modified") == 0 || strcmp(column->name, "updated") == 0;
    struct str day = str_cut(str_of(text), 'T', &time);
    if (is_moment && time.len > 0)
        return moment_value(text, arena);
    if (!civil_parse_date(&date, str_trim(day)))
        return NULL;
    return arena_printf(arena, is_moment ? "%04d-%02d-%02dT00:00:00Z" : "%04d-%02d-%02d", date.year, date.month,
                        date.day);
}

static const char *number_value(const char *text)
{
    double number;
    return str_to_double(str_of(text), &number) ? text : NULL;
}

const char *export_value(const struct hsds_column *column, const char *text, struct arena *arena, bool *sound)
{
    const char *value = text;
    if (column && column->kind == HSDS_TIME)
        value = time_value(text, arena);
    else if (column && column->kind == HSDS_DATE)
        value = date_value(column, text, arena);
    else if (column && column->kind == HSDS_NUMBER)
        value = number_value(text);
    *sound = value != NULL;
    return value ? value : text;
}
