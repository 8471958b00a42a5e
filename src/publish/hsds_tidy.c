#include "publish/hsds_tidy.h"

#include "base/clock.h"
#include "base/list.h"
#include "publish/schedule.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

void hsds_cells_add(struct hsds_cells *cells, const char *column, struct str value)
{
    struct cell *cell = LIST_ADD(cells->arena, *cells);
    *cell = (struct cell){ column, value };
}

struct cell *hsds_cells_find(const struct hsds_cells *cells, const char *column)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (strcmp(cells->at[i].column, column) == 0)
            return &cells->at[i];
    }
    return NULL;
}

struct str hsds_cells_get(const struct hsds_cells *cells, const char *column)
{
    const struct cell *cell = hsds_cells_find(cells, column);
    return cell ? str_trim(cell->value) : (struct str){ 0 };
}

void hsds_cells_set(struct hsds_cells *cells, const char *column, struct str value)
{
    struct cell *cell = hsds_cells_find(cells, column);
    if (cell)
        cell->value = value;
    else
        hsds_cells_add(cells, column, value);
}

struct tidying {
    struct staging *staging;
    struct hsds_cells *cells;
};

static void change(const struct tidying *tidying, const char *column, const char *value)
{
    staging_doubt(tidying->staging, column, hsds_cells_get(tidying->cells, column), "is taken as \"%s\"", value);
    hsds_cells_set(tidying->cells, column, str_of(arena_strdup(tidying->cells->arena, value)));
}

static void drop(const struct tidying *tidying, const char *column, const char *why)
{
    staging_doubt(tidying->staging, column, hsds_cells_get(tidying->cells, column), "%s, and is left out", why);
    hsds_cells_set(tidying->cells, column, (struct str){ 0 });
}

static bool same(struct str word, const char *wanted)
{
    return word.len == strlen(wanted) && strncasecmp(word.at, wanted, word.len) == 0;
}

/* A clock time that no pack can read, but people can. */
static void tidy_time(const struct tidying *tidying, const char *column)
{
    struct str value = hsds_cells_get(tidying->cells, column);
    char time[8];
    int minutes;
    if (value.len == 0 || schedule_parse_time(&minutes, arena_str(tidying->cells->arena, value)))
        return;
    if (hsds_clock_time(time, value))
        change(tidying, column, time);
}

static bool is_iso_date(struct str value)
{
    struct civil date;
    return value.len == 10 && civil_parse_date(&date, value);
}

/* What stands behind the date of a date and time, in the form HH:MM; "" if there is none or it is midnight. */
static const char *time_behind(const struct tidying *tidying, struct str value)
{
    int minutes;
    struct str rest = { value.at + 10, value.len - 10 };
    if (rest.len < 5 || (rest.at[0] != 'T' && rest.at[0] != ' '))
        return "";
    struct str clock = { rest.at + 1, 5 };
    if (!schedule_parse_time(&minutes, arena_str(tidying->cells->arena, clock)) || minutes == 0)
        return "";
    return arena_str(tidying->cells->arena, clock);
}

/* Dates of schedules are days; many files have a clock time in them, which then is the opening. */
static void tidy_date(const struct tidying *tidying, const char *column, const char *time_column)
{
    struct str value = hsds_cells_get(tidying->cells, column);
    char time[8];
    if (value.len == 0 || is_iso_date(value) || (value.len == 11 && value.at[10] == 'Z'))
        return;
    struct str day = { value.at, value.len < 10 ? value.len : 10 };
    if (is_iso_date(day)) {
        const char *clock = time_behind(tidying, value);
        if (clock[0] && time_column && hsds_cells_get(tidying->cells, time_column).len == 0)
            hsds_cells_set(tidying->cells, time_column, str_of(clock));
        change(tidying, column, arena_str(tidying->cells->arena, day));
    } else if (time_column && hsds_clock_time(time, value)) {
        if (hsds_cells_get(tidying->cells, time_column).len == 0)
            hsds_cells_set(tidying->cells, time_column, str_of(arena_strdup(tidying->cells->arena, time)));
        drop(tidying, column, "is a clock time and no date");
    }
}

static void tidy_upper(const struct tidying *tidying, const char *column)
{
    struct str value = hsds_cells_get(tidying->cells, column);
    char *upper = arena_str(tidying->cells->arena, value);
    for (char *at = upper; *at; at++)
        *at = (char)toupper((unsigned char)*at);
    if (!str_eq_c(value, upper))
        hsds_cells_set(tidying->cells, column, str_of(upper));
}

/* Letters of the days and their numbers, as RFC 5545 has them. */
static bool is_byday(struct str value)
{
    for (size_t i = 0; i < value.len; i++) {
        if (!strchr("MOTUWEHFRSA0123456789-+,", value.at[i]))
            return false;
    }
    return true;
}

static void tidy_days(const struct tidying *tidying)
{
    char days[24];
    struct str weekday = hsds_cells_get(tidying->cells, "weekday");
    struct str byday = hsds_cells_get(tidying->cells, "byday");
    if (byday.len == 0 && weekday.len > 0 && hsds_weekdays(days, weekday)) {
        if (isdigit((unsigned char)weekday.at[0]))
            staging_doubt(tidying->staging, "weekday", weekday, "is taken as %s: 1 is Monday", days);
        hsds_cells_set(tidying->cells, "byday", str_of(arena_strdup(tidying->cells->arena, days)));
        hsds_cells_set(tidying->cells, "weekday", (struct str){ 0 });
        if (hsds_cells_get(tidying->cells, "freq").len == 0)
            hsds_cells_set(tidying->cells, "freq", STR("WEEKLY"));
        return;
    }
    tidy_upper(tidying, "byday");
    byday = hsds_cells_get(tidying->cells, "byday");
    if (byday.len > 0 && !is_byday(byday) && hsds_weekdays(days, byday))
        change(tidying, "byday", days);
}

static void tidy_schedule(const struct tidying *tidying)
{
    tidy_upper(tidying, "freq");
    tidy_upper(tidying, "wkst");
    tidy_days(tidying);
    tidy_date(tidying, "dtstart", "opens_at");
    tidy_date(tidying, "valid_from", NULL);
    tidy_date(tidying, "valid_to", NULL);
    tidy_date(tidying, "until", NULL);
    tidy_time(tidying, "opens_at");
    tidy_time(tidying, "closes_at");
}

static const struct status_row {
    const char *word;
    const char *status;
} statuses[] = {
    { "active", "active" },      { "inactive", "inactive" },
    { "defunct", "defunct" },    { "archived", "inactive" },
    { "draft", "inactive" },     { "deleted", "defunct" },
    { "suspended", "inactive" }, { "unpublished", "inactive" },
    { "private", "inactive" },   { "closed", "defunct" },
    { "open", "active" },        { "published", "active" },
    { "current", "active" },     { "temporarily closed", "temporarily closed" },
    { "hidden", "inactive" },    { "temporarily_closed", "temporarily closed" },
};

static void tidy_status(const struct tidying *tidying)
{
    struct str value = hsds_cells_get(tidying->cells, "status");
    if (value.len == 0) {
        change(tidying, "status", "active");
        return;
    }
    for (size_t i = 0; i < COUNT(statuses); i++) {
        if (!same(value, statuses[i].word))
            continue;
        if (!str_eq_c(value, statuses[i].status) && !same(value, statuses[i].status))
            change(tidying, "status", statuses[i].status);
        hsds_cells_set(tidying->cells, "status", str_of(statuses[i].status));
        return;
    }
}

static void tidy_url(const struct tidying *tidying, const char *column)
{
    struct str value = hsds_cells_get(tidying->cells, column);
    if (value.len == 0 || str_starts(value, STR("http://")) || str_starts(value, STR("https://")))
        return;
    if (str_starts(value, STR("www.")) && !memchr(value.at, ' ', value.len))
        change(tidying, column, arena_printf(tidying->cells->arena, "http://%.*s", STR_FMT(value)));
}

static void tidy_service(const struct tidying *tidying)
{
    tidy_status(tidying);
    tidy_url(tidying, "url");
    tidy_date(tidying, "assured_date", NULL);
    struct str assured = hsds_cells_get(tidying->cells, "assured_date");
    if (assured.len > 0 && !is_iso_date(assured) && !(assured.len == 11 && assured.at[10] == 'Z'))
        drop(tidying, "assured_date", "is no date such as 2026-11-24");
}

static void tidy_coordinate(const struct tidying *tidying, const char *column, double most)
{
    struct str value = hsds_cells_get(tidying->cells, column);
    double number;
    if (value.len == 0 || (str_to_double(value, &number) && number >= -most && number <= most))
        return;
    char *point = arena_str(tidying->cells->arena, value);
    char *comma = strchr(point, ',');
    if (comma)
        *comma = '.';
    if (comma && str_to_double(str_of(point), &number) && number >= -most && number <= most)
        change(tidying, column, point);
    else
        drop(tidying, column, "is no place on earth");
}

static void tidy_location(const struct tidying *tidying)
{
    double latitude, longitude;
    tidy_coordinate(tidying, "latitude", 90);
    tidy_coordinate(tidying, "longitude", 180);
    if (str_to_double(hsds_cells_get(tidying->cells, "latitude"), &latitude) &&
        str_to_double(hsds_cells_get(tidying->cells, "longitude"), &longitude) && latitude == 0 && longitude == 0) {
        drop(tidying, "latitude", "lies in the sea off Africa");
        drop(tidying, "longitude", "lies in the sea off Africa");
    }
}

/* Some exports put every text between quotation marks of its own. */
static void tidy_phone(const struct tidying *tidying)
{
    struct str number = hsds_cells_get(tidying->cells, "number");
    if (number.len > 2 && number.at[0] == '"' && number.at[number.len - 1] == '"')
        change(tidying, "number",
               arena_str(tidying->cells->arena, str_trim((struct str){ number.at + 1, number.len - 2 })));
}

static void tidy_cost(const struct tidying *tidying)
{
    tidy_date(tidying, "valid_from", NULL);
    tidy_date(tidying, "valid_to", NULL);
    tidy_upper(tidying, "currency");
}

/* What programs call a record that is not for the public. HSDS has no word for it. */
static const struct mark {
    const char *column;
    enum {
        MARK_HIDES,
        MARK_SHOWS,
        MARK_WORD,
        MARK_STATUS
    } way; /* hides if yes, if no, unless the word is known to be
               for all, if the word is known not to be */
} private_marks[] = {
    { "private", MARK_HIDES },   { "is_private", MARK_HIDES }, { "confidential", MARK_HIDES },
    { "hidden", MARK_HIDES },    { "is_hidden", MARK_HIDES },  { "is_confidential", MARK_HIDES },
    { "internal", MARK_HIDES },  { "public", MARK_SHOWS },     { "is_public", MARK_SHOWS },
    { "published", MARK_SHOWS }, { "visible", MARK_SHOWS },    { "is_published", MARK_SHOWS },
    { "visibility", MARK_WORD }, { "privacy", MARK_WORD },     { "status", MARK_STATUS },
};

static bool is_among(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (same(word, words[i]))
            return true;
    }
    return false;
}

static bool hides(const struct mark *mark, struct str value)
{
    static const char *const no[] = { "no", "n", "false", "f", "0" };
    static const char *const shown[] = { "public",  "visible", "published",          "active",
                                         "current", "open",    "temporarily closed", "temporarily_closed" };
    static const char *const gone[] = { "inactive", "defunct",  "private",     "hidden",       "archived", "draft",
                                        "deleted",  "internal", "unpublished", "confidential", "closed" };
    bool is_no = is_among(value, no, COUNT(no));
    if (value.len == 0)
        return false;
    if (mark->way == MARK_STATUS)
        return is_among(value, gone, COUNT(gone));
    if (mark->way == MARK_WORD)
        return !is_among(value, shown, COUNT(shown));
    return mark->way == MARK_HIDES ? !is_no : is_no;
}

/* A service's own status is HSDS'. Whatever is not known to be for all is taken as private. */
static void tidy_private(const struct tidying *tidying, const char *table)
{
    for (size_t i = 0; i < tidying->cells->count; i++) {
        struct str column = str_of(tidying->cells->at[i].column);
        bool extension = str_starts(column, STR("x_"));
        struct str bare = extension ? (struct str){ column.at + 2, column.len - 2 } : column;
        for (size_t j = 0; j < COUNT(private_marks); j++) {
            bool own_status = !extension && same(bare, "status") && strcmp(table, "services") == 0;
            if (same(bare, private_marks[j].column) && !own_status &&
                hides(&private_marks[j], str_trim(tidying->cells->at[i].value))) {
                staging_doubt(tidying->staging, tidying->cells->at[i].column, tidying->cells->at[i].value,
                              "means that the row is not for the public: it stays out of built packs");
                hsds_cells_set(tidying->cells, "x_private", STR("yes"));
                return;
            }
        }
    }
}

/* The list that a term stands in knows it by its code; older files by its id alone. */
static void tidy_term(const struct tidying *tidying)
{
    if (hsds_cells_get(tidying->cells, "code").len == 0)
        hsds_cells_set(tidying->cells, "code", hsds_cells_get(tidying->cells, "id"));
}

static const struct tidy_row {
    const char *table;
    void (*tidy)(const struct tidying *tidying);
} rows[] = {
    { "services", tidy_service }, { "schedules", tidy_schedule }, { "locations", tidy_location },
    { "phones", tidy_phone },     { "cost_options", tidy_cost },  { "taxonomy_terms", tidy_term },
};

/* Spreadsheets write ="0476" to keep a zero; anything else that begins so would be counted with when it is opened. */
static void tidy_formula(const struct tidying *tidying, struct cell *cell)
{
    struct str value = str_trim(cell->value);
    if (value.len > 3 && str_starts(value, STR("=\"")) && value.at[value.len - 1] == '"') {
        struct str inner = { value.at + 2, value.len - 3 };
        staging_doubt(tidying->staging, cell->column, value, "is a formula around a text, and taken as that text");
        cell->value = inner;
    } else if (value.len > 1 && value.at[0] == '=') {
        staging_doubt(tidying->staging, cell->column, value, "looks like a formula; it is kept as text");
    }
}

void hsds_tidy(struct staging *staging, const char *table, struct hsds_cells *cells)
{
    struct tidying tidying = { staging, cells };
    for (size_t i = 0; i < cells->count; i++) {
        tidy_formula(&tidying, &cells->at[i]);
        if (str_contains(cells->at[i].value, STR("\xEF\xBF\xBD")))
            staging_doubt(staging, cells->at[i].column, cells->at[i].value, "has letters that could not be read");
    }
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (strcmp(rows[i].table, table) == 0)
            rows[i].tidy(&tidying);
    }
    tidy_private(&tidying, table);
}
