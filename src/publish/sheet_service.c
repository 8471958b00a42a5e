/* What a sheet says of a service itself. */
#include "base/clock.h"
#include "publish/import_cells.h"
#include "publish/import_ids.h"
#include "publish/sheet_import.h"
#include "publish/terms.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct service_column {
    enum sheet_column column;
    const char *name;
} columns[] = { { SHEET_NAME, "name" },
                { SHEET_DESCRIPTION, "description" },
                { SHEET_URL, "url" },
                { SHEET_EMAIL, "email" },
                { SHEET_APPLICATION, "application_process" },
                { SHEET_FEES, "fees_description" },
                { SHEET_ELIGIBILITY, "eligibility_description" },
                { SHEET_INTERPRETERS, "interpretation_services" },
                { SHEET_ALERT, "alert" },
                { SHEET_CHECKED, "assured_date" } };

/* The first row of the folder's organizations with that name; NULL for none. */
static const char *organization_named(struct sheet_import *import, struct str name)
{
    sqlite3_stmt *stmt = NULL;
    const char *id = NULL;
    if (!export_base_ask(&stmt, import->base, "SELECT id FROM organizations WHERE name = ?1 ORDER BY row LIMIT 1",
                         NULL))
        return NULL;
    sqlite3_bind_text(stmt, 1, name.at, (int)name.len, SQLITE_TRANSIENT);
    if (sqlite3_step(stmt) == SQLITE_ROW)
        id = arena_strdup(&import->arena, (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return id;
}

/* True for a row that an earlier import of this sheet brought: then it is told as the sheet tells it. */
static bool is_ours(const struct sheet_import *import, const char *table, const char *id, const char *made)
{
    char mapped[IMPORT_ID_SIZE];
    import_id_map(mapped, staging_source(import->staging), table, str_of(made));
    return strcmp(mapped, id) == 0;
}

static const char *stage_organization(struct sheet_import *import, const struct sheet_record *record)
{
    struct str name = record->at[SHEET_ORGANIZATION];
    const char *id = record->view.organization;
    const char *made = arena_str(&import->arena, name);
    if (!record->known || sheet_differs(record, SHEET_ORGANIZATION))
        id = organization_named(import, name);
    if (id && id[0] && !is_ours(import, "organizations", id, made)) {
        sheet_keep(import, record, "organizations", id);
        return id;
    }
    const struct cell cells[] = { { "id", str_of(made) }, { "name", name } };
    staging_add(import->staging, "organizations", cells, COUNT(cells));
    return made;
}

/* "24/11/2026" and "24.11.2026", day first; elsewhere than in the United States. */
static struct str day_first(struct sheet_import *import, const struct sheet_record *record)
{
    int day, month, year;
    char mark[2];
    const char *text = arena_str(&import->arena, record->at[SHEET_CHECKED]);
    if (strcmp(import->context->country, "US") == 0 ||
        sscanf(text, "%2d%1[/.]%2d%*1[/.]%4d", &day, mark, &month, &year) != 4 || year < 1900 ||
        !civil_date_is_valid(year, month, day))
        return (struct str){ 0 };
    return str_of(arena_printf(&import->arena, "%04d-%02d-%02d", year, month, day));
}

static struct str sound(struct sheet_import *import, const struct sheet_record *record, enum sheet_column column)
{
    struct str cell = record->at[column];
    struct str day;
    if (cell.len == 0)
        return cell;
    if (column == SHEET_URL && !cell_is_url(cell))
        sheet_doubt(import, record, column, "it is no web address, and is left out");
    else if (column == SHEET_EMAIL && !cell_is_email(cell))
        sheet_doubt(import, record, column, "it is no address for mail, and is left out");
    else if (column != SHEET_CHECKED)
        return cell;
    else if (cell_date(&day, cell))
        return day;
    else if (day_first(import, record).len > 0)
        return day_first(import, record);
    else
        sheet_doubt(import, record, column, "it is no date, and is left out; write 2026-11-24");
    return (struct str){ 0 };
}

void sheet_stage_service(struct sheet_import *import, const struct sheet_record *record)
{
    struct sheet_cells cells = { .count = 0 };
    const char *organization = stage_organization(import, record);
    if (record->known)
        sheet_copy(import, record, "services", record->id, &cells);
    else
        sheet_set(&cells, "status", STR("active"));
    sheet_set(&cells, "id", str_of(record->id));
    if (!record->known || sheet_differs(record, SHEET_ORGANIZATION))
        sheet_set(&cells, "organization_id", str_of(organization));
    for (size_t i = 0; i < COUNT(columns); i++) {
        if (!record->known || sheet_differs(record, columns[i].column))
            sheet_set(&cells, columns[i].name, sound(import, record, columns[i].column));
    }
    staging_next_is_main(import->staging);
    sheet_add(import, "services", &cells);
}

void sheet_stage_phone(struct sheet_import *import, const struct sheet_record *record)
{
    struct sheet_cells cells = { .count = 0 };
    struct str number = record->at[SHEET_PHONE];
    bool sound_number = number.len == 0 || cell_is_phone(number);
    if (!sound_number)
        sheet_doubt(import, record, SHEET_PHONE, "it is no telephone number, and is left out");
    if (record->view.phone[0])
        sheet_copy(import, record, "phones", record->view.phone, &cells);
    else if (number.len > 0) {
        sheet_set(&cells, "id", str_of(record->id));
        sheet_set(&cells, "service_id", str_of(record->id));
        sheet_set(&cells, "type", STR("voice"));
    }
    if (number.len == 0)
        return;
    if (sound_number)
        sheet_set(&cells, "number", number);
    if (sound_number || record->view.phone[0])
        sheet_add(import, "phones", &cells);
}

/* Codes of terms, each once. */
struct codes {
    const char *at[32];
    size_t count;
};

static bool has_code(const struct codes *codes, const char *code)
{
    for (size_t i = 0; i < codes->count; i++) {
        if (strcmp(codes->at[i], code) == 0)
            return true;
    }
    return false;
}

static void add_code(struct codes *codes, const char *code)
{
    if (codes->count < COUNT(codes->at) && !has_code(codes, code))
        codes->at[codes->count++] = code;
}

/* A topic by its code, its id or its name in the source language; NULL for none. */
static const char *topic_code(struct sheet_import *import, struct str word)
{
    const struct source *source = &import->pack->source;
    const struct table *topics = &source->tables[TABLE_TOPICS];
    const struct table *terms = &source->tables[TABLE_TAXONOMY_TERMS];
    for (size_t i = 0; i < topics->count; i++) {
        const struct row *topic = &topics->rows[i];
        struct str rest = terms_of_topic(topics, topic);
        struct str code;
        bool named = str_eq_c(word, row_get(topics, topic, "id")) ||
                     (word.len == strlen(row_get(topics, topic, "name")) &&
                      strncasecmp(word.at, row_get(topics, topic, "name"), word.len) == 0);
        for (bool first = true; terms_next(&rest, &code); first = false) {
            if (str_eq(word, code) || (named && first))
                return arena_str(&import->arena, code);
        }
    }
    for (size_t i = 0; i < terms->count; i++) {
        if (str_eq_c(word, row_get(terms, &terms->rows[i], "code")))
            return row_get(terms, &terms->rows[i], "code");
    }
    return NULL;
}

static void read_topics(struct sheet_import *import, const struct sheet_record *record, struct codes *codes)
{
    struct str rest = record->at[SHEET_TOPICS];
    while (rest.len > 0) {
        size_t length = 0;
        while (length < rest.len && !strchr(",;|\n", rest.at[length]))
            length++;
        struct str word = str_trim((struct str){ rest.at, length });
        size_t step = length < rest.len ? length + 1 : length;
        rest = (struct str){ rest.at + step, rest.len - step };
        const char *code = word.len > 0 ? topic_code(import, word) : NULL;
        if (code)
            add_code(codes, code);
        else if (word.len > 0)
            sheet_doubt(import, record, SHEET_TOPICS,
                        arena_printf(&import->arena, "no topic is called %.*s", STR_FMT(word)));
    }
}

static void read_answers(struct sheet_import *import, const struct sheet_record *record, struct codes *codes)
{
    for (size_t i = 0; i < sheet_facet_count; i++) {
        enum sheet_column column = sheet_facets[i].column;
        bool yes;
        if (record->at[column].len == 0)
            continue;
        if (!sheet_words_answer(import->words, record->at[column], &yes))
            sheet_doubt(import, record, column, "it is neither yes nor no, and is left out");
        else if (yes)
            add_code(codes, sheet_facets[i].yes);
        else if (sheet_facets[i].no)
            add_code(codes, sheet_facets[i].no);
    }
}

static bool terms_differ(const struct sheet_record *record)
{
    bool differs = sheet_differs(record, SHEET_TOPICS);
    for (size_t i = 0; i < sheet_facet_count; i++)
        differs = differs || sheet_differs(record, sheet_facets[i].column);
    return differs;
}

void sheet_stage_terms(struct sheet_import *import, const struct sheet_record *record)
{
    struct codes wanted = { .count = 0 };
    struct codes there = { .count = 0 };
    bool differ = terms_differ(record);
    if (differ) {
        read_topics(import, record, &wanted);
        read_answers(import, record, &wanted);
    }
    for (size_t i = 0; i < record->view.attributes.count; i++) {
        const struct sheet_part *part = &record->view.attributes.at[i];
        if (!differ || has_code(&wanted, part->code)) {
            sheet_keep(import, record, "attributes", part->id);
            add_code(&there, part->code);
        } else {
            sheet_drop(import, record, "attributes", part->id);
        }
    }
    for (size_t i = 0; i < wanted.count; i++) {
        if (!has_code(&there, wanted.at[i]))
            import_pack_link(import->staging, "service", record->id,
                             import_pack_term(import->pack, import->staging, IMPORT_OWN_TAXONOMY, wanted.at[i], NULL),
                             "");
    }
}

void sheet_stage_languages(struct sheet_import *import, const struct sheet_record *record)
{
    struct codes wanted = { .count = 0 };
    struct codes there = { .count = 0 };
    struct str rest = record->at[SHEET_LANGUAGES];
    struct str word;
    while (cell_next_word(&rest, &word)) {
        if (word.len == 2 || word.len == 3)
            add_code(&wanted, arena_str(&import->arena, word));
        else
            sheet_doubt(import, record, SHEET_LANGUAGES, "languages are told by their codes, such as ar, ti");
    }
    for (size_t i = 0; i < record->view.languages.count; i++) {
        const struct sheet_part *part = &record->view.languages.at[i];
        bool stays = has_code(&wanted, part->code);
        (stays ? sheet_keep : sheet_drop)(import, record, "languages", part->id);
        add_code(&there, part->code);
    }
    for (size_t i = 0; i < wanted.count; i++) {
        const struct cell cells[] = { { "id", str_of(arena_printf(&import->arena, "%s/%s", record->id, wanted.at[i])) },
                                      { "service_id", str_of(record->id) },
                                      { "code", str_of(wanted.at[i]) } };
        if (!has_code(&there, wanted.at[i]))
            staging_add(import->staging, "languages", cells, COUNT(cells));
    }
}

/* What the folder names as sources of the service stays; true if the sheet's is one of them. */
static bool keep_sources(struct sheet_import *import, const struct sheet_record *record, const char *name,
                         struct str url)
{
    static const char *const of_sources[] = { "id", "record", "field", "url", "date" };
    const struct table *sources = &import->pack->source.tables[TABLE_SOURCES];
    bool told = false;
    size_t first = record->known ? import_pack_source(import->pack, name) : sources->count;
    for (size_t i = first; i < sources->count; i = import->pack->next_source[i]) {
        const struct row *row = &sources->rows[i];
        struct sheet_cells cells = { .count = 0 };
        if (is_ours(import, "sources", row_get(sources, row, "id"), name))
            continue;
        for (size_t j = 0; j < COUNT(of_sources); j++)
            sheet_set(&cells, of_sources[j], str_of(row_get(sources, row, of_sources[j])));
        if (record->current)
            staging_assume(import->staging, "sources", cells.at, cells.count);
        sheet_add(import, "sources", &cells);
        told = told || str_eq_c(url, row_get(sources, row, "url"));
    }
    return told;
}

void sheet_stage_source(struct sheet_import *import, const struct sheet_record *record)
{
    struct str url = record->at[SHEET_SOURCE];
    struct str day = sound(import, record, SHEET_CHECKED);
    const char *name = arena_printf(&import->arena, "services/%s", record->id);
    if (keep_sources(import, record, name, url) || url.len == 0)
        return;
    if (!cell_is_url(url)) {
        sheet_doubt(import, record, SHEET_SOURCE, "it is no web address, and is left out");
        return;
    }
    const struct cell cells[] = { { "id", str_of(name) },
                                  { "record", str_of(name) },
                                  { "field", STR("*") },
                                  { "url", url },
                                  { "date", day.len > 0 ? day : str_of(import->context->today) } };
    staging_add(import->staging, "sources", cells, COUNT(cells));
}
