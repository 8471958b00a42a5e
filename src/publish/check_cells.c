/* Cell by cell: what may stand in a column, by its kind. */
#include "base/clock.h"
#include "content/closure.h"
#include "publish/checks.h"
#include "publish/import_ids.h"
#include "publish/schedule.h"
#include "publish/terms.h"
#include "publish/words.h"

#include <assert.h>
#include <string.h>

static bool is_date(const char *text)
{
    struct civil date;
    return civil_parse_date(&date, str_of(text));
}

static bool is_closure_date(const char *text)
{
    return closure_dates_are_valid(text, NULL);
}

static bool is_time(const char *text)
{
    int minutes;
    return schedule_parse_time(&minutes, text);
}

static bool is_integer(const char *text)
{
    int64_t value;
    return str_to_int64(str_of(text), &value) && value >= 0;
}

static bool is_number(const char *text)
{
    double value;
    return str_to_double(str_of(text), &value);
}

static bool is_within(const char *text, double most)
{
    double value;
    return str_to_double(str_of(text), &value) && value >= -most && value <= most;
}

static bool is_latitude(const char *text)
{
    return is_within(text, 90);
}

static bool is_longitude(const char *text)
{
    return is_within(text, 180);
}

static bool is_colour(const char *text)
{
    return strlen(text) == 7 && text[0] == '#' && strspn(text + 1, "0123456789abcdefABCDEF") == 6;
}

static bool is_icon(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(text);
}

/* RFC 3986, 3: a scheme that a phone opens, a host with a point in it, and none of the characters that a URI can't
 * have. */
static bool is_url(const char *text)
{
    const char *host = strncmp(text, "https://", 8) == 0 ? text + 8 : strncmp(text, "http://", 7) == 0 ? text + 7 : "";
    size_t length = strcspn(host, "/?#:");
    const char *point = memchr(host, '.', length);
    return point && point > host && point + 1 < host + length && !strpbrk(text, " \n\r\t\"<>\\^`{|}");
}

/* What people type on a telephone: any wording may stand around it. */
static bool is_phone(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(text, words[i]) == 0)
            return true;
    }
    return false;
}

static bool is_yes_no(const char *text)
{
    static const char *const words[] = { "yes", "no" };
    return is_one_of(text, words, COUNT(words));
}

static bool is_status(const char *text)
{
    static const char *const words[] = { "active", "inactive", "defunct", "temporarily closed" };
    return is_one_of(text, words, COUNT(words));
}

static bool is_part(const char *text)
{
    enum step_part part;
    return words_part(&part, text);
}

static bool is_severity(const char *text)
{
    enum notice_severity severity;
    return words_severity(&severity, text);
}

static const struct kind_row {
    bool (*fits)(const char *text); /* NULL: anything, or looked at elsewhere */
    enum rule rule;
    const char *is_not;
} kinds[] = {
    [CELL_TEXT] = { NULL, RULE_MISSING_VALUE, "" },
    [CELL_ID] = { spec_id_is_plain, RULE_BAD_ID, "is no id" },
    [CELL_LINK] = { NULL, RULE_DANGLING_LINK, "" },
    [CELL_NAME] = { NULL, RULE_MISSING_NAME, "" },
    [CELL_DATE] = { is_date, RULE_BAD_DATE, "is no date" },
    [CELL_CLOSURE_DATE] = { is_closure_date, RULE_BAD_DATE,
                            "is neither a date nor --MM-DD, easter, easter+1, easter-2" },
    [CELL_TIME] = { is_time, RULE_BAD_TIME, "is no time of day" },
    [CELL_INTEGER] = { is_integer, RULE_BAD_NUMBER, "is no whole number" },
    [CELL_NUMBER] = { is_number, RULE_BAD_NUMBER, "is no number" },
    [CELL_LATITUDE] = { is_latitude, RULE_BAD_NUMBER, "is no latitude: that is a number from −90 to 90" },
    [CELL_LONGITUDE] = { is_longitude, RULE_BAD_NUMBER, "is no longitude: that is a number from −180 to 180" },
    [CELL_COLOUR] = { is_colour, RULE_BAD_COLOUR, "is no colour" },
    [CELL_ICON] = { is_icon, RULE_UNKNOWN_ICON, "is no icon's name" },
    [CELL_LANGUAGE] = { tag_is_wellformed, RULE_UNKNOWN_LANGUAGE, "is no language" },
    [CELL_URL] = { is_url, RULE_BAD_URL, "is no web address" },
    [CELL_YES_NO] = { is_yes_no, RULE_BAD_WORD, "is neither yes nor no" },
    [CELL_PHONE] = { is_phone, RULE_BAD_PHONE, "holds no digit" },
    [CELL_STATUS] = { is_status, RULE_BAD_WORD, "is none of active, inactive, defunct, temporarily closed" },
    [CELL_LINKS] = { NULL, RULE_DANGLING_LINK, "" },
    [CELL_TAGS] = { NULL, RULE_UNKNOWN_LANGUAGE, "" },
    [CELL_TARGET] = { NULL, RULE_BAD_LINK, "" },
    [CELL_PART] = { is_part, RULE_BAD_WORD, "is none of day, week, month" },
    [CELL_SEVERITY] = { is_severity, RULE_BAD_WORD, "is none of info, warning, urgent" },
};
static_assert(COUNT(kinds) == CELL_KIND_COUNT, "each kind of cell needs a row");

struct place {
    const struct source *source;
    const struct table *table;
    const struct row *row;
    const struct column_spec *column;
    struct findings *findings;
};

static void check_empty(const struct place *place)
{
    const struct column_spec *column = place->column;
    enum rule rule = column->kind == CELL_NAME ? RULE_MISSING_NAME : RULE_MISSING_VALUE;
    if (column->required && column->kind != CELL_ID)
        finding_add(place->findings, rule, row_spot(place->table, place->row, column->name), "the cell is empty");
}

static void check_link(const struct place *place, const char *id)
{
    const struct table *to = &place->source->tables[place->column->to];
    if (table_lacks(to, id))
        finding_add(place->findings, RULE_DANGLING_LINK, row_spot(place->table, place->row, place->column->name),
                    "%s has no row %s", to->spec->file, id);
}

/* Without a list of languages only the manifest is to blame. */
static bool is_foreign(const struct tags *languages, const char *tag)
{
    return languages->count > 0 && !tags_have(languages, tag);
}

static void check_words(const struct place *place, const char *text)
{
    struct str rest = str_of(text);
    struct str word;
    while (terms_next(&rest, &word)) {
        const char *id = arena_str(place->source->arena, word);
        if (place->column->kind == CELL_LINKS)
            check_link(place, id);
        else if (is_foreign(&place->source->manifest.languages, id))
            finding_add(place->findings, RULE_UNKNOWN_LANGUAGE, row_spot(place->table, place->row, place->column->name),
                        "\"%s\" is no language of the pack", id);
    }
}

static void check_target(const struct place *place, const char *target)
{
    if (source_lacks_target(place->source, target))
        finding_add(place->findings, RULE_BAD_LINK, row_spot(place->table, place->row, place->column->name),
                    "the link \"%s\" leads nowhere", target);
}

static void check_cell(const struct place *place)
{
    const struct column_spec *column = place->column;
    const struct kind_row *kind = &kinds[column->kind];
    const char *text = row_get(place->table, place->row, column->name);
    check_characters(place->findings, row_spot(place->table, place->row, column->name), text);
    if (str_trim(str_of(text)).len == 0)
        check_empty(place);
    else if (column->kind == CELL_LINK)
        check_link(place, text);
    else if (column->kind == CELL_LINKS || column->kind == CELL_TAGS)
        check_words(place, text);
    else if (column->kind == CELL_TARGET)
        check_target(place, text);
    else if (column->kind == CELL_ID && place->table->spec->hsds && !import_id_is_uuid(str_of(text)))
        finding_add(place->findings, RULE_BAD_ID, row_spot(place->table, place->row, column->name), "\"%s\" is no UUID",
                    text);
    else if (kind->fits && !kind->fits(text))
        finding_add(place->findings, kind->rule, row_spot(place->table, place->row, column->name), "\"%s\" %s", text,
                    kind->is_not);
}

static const struct span_row {
    enum table_id table;
    const char *first;
    const char *last;
} spans[] = {
    { TABLE_NOTICES, "start", "end" },
};

static void check_span(const struct source *source, struct findings *findings, const struct span_row *span)
{
    const struct table *table = &source->tables[span->table];
    for (size_t i = 0; i < table->count; i++) {
        const char *first = row_get(table, &table->rows[i], span->first);
        const char *last = row_get(table, &table->rows[i], span->last);
        if (is_date(first) && is_date(last) && strncmp(last, first, 10) < 0)
            finding_add(findings, RULE_BAD_DATE, row_spot(table, &table->rows[i], span->last),
                        "%s ends before it starts", last);
    }
}

void check_cells(const struct source *source, struct findings *findings)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table *table = &source->tables[i];
        for (size_t j = 0; j < table->count; j++) {
            struct place place = { source, table, &table->rows[j], table->spec->columns, findings };
            for (; place.column < table->spec->columns + COLUMNS_MAX && place.column->name; place.column++) {
                if (table->column_at[place.column - table->spec->columns] >= 0)
                    check_cell(&place);
            }
        }
    }
    for (size_t i = 0; i < COUNT(spans); i++)
        check_span(source, findings, &spans[i]);
}
