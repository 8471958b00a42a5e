#include "publish/sheet_view.h"

#include "base/list.h"
#include "publish/sheet_hours.h"

#include <string.h>

const struct sheet_facet sheet_facets[] = {
    { SHEET_FREE, "free", "paid" },
    { SHEET_PAPERS_NEEDED, "papers-needed", "no-papers" },
    { SHEET_STEP_FREE, "step-free", "steps" },
    { SHEET_WOMEN_ONLY, "women-only", NULL },
    { SHEET_CHILDREN_WELCOME, "children-welcome", NULL },
};
const size_t sheet_facet_count = COUNT(sheet_facets);

bool sheet_code_is_facet(const char *code)
{
    for (size_t i = 0; i < COUNT(sheet_facets); i++) {
        if (strcmp(code, sheet_facets[i].yes) == 0 || (sheet_facets[i].no && strcmp(code, sheet_facets[i].no) == 0))
            return true;
    }
    return false;
}

#define ANSWERS_MAX 16

/* One question to the tables, about two ids. */
struct question {
    struct sheet_views *views;
    struct err *err;
    sqlite3_stmt *stmt;
    const char *answers[ANSWERS_MAX];
    bool failed;
};

static void question_end(struct question *question)
{
    sqlite3_finalize(question->stmt);
    question->stmt = NULL;
}

static void question_begin(struct question *question, const char *sql, const char *first, const char *second)
{
    question_end(question);
    if (!export_base_ask(&question->stmt, question->views->base, sql, question->err)) {
        question->failed = true;
        return;
    }
    sqlite3_bind_text(question->stmt, 1, first, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(question->stmt, 2, second, -1, SQLITE_TRANSIENT);
}

/* The next row's values, "" where there is none; false at the end. */
static bool question_next(struct question *question)
{
    int code = question->failed ? SQLITE_DONE : sqlite3_step(question->stmt);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        question->failed = !err_set(question->err, ERR_IO, "the rows can't be read back");
    int columns = code == SQLITE_ROW ? sqlite3_column_count(question->stmt) : 0;
    for (int i = 0; i < ANSWERS_MAX; i++) {
        const char *text = i < columns ? (const char *)sqlite3_column_text(question->stmt, i) : NULL;
        question->answers[i] = text && text[0] ? arena_strdup(&question->views->arena, text) : "";
    }
    return code == SQLITE_ROW;
}

/* The first row's answers into cells. */
static void ask_cells(struct sheet_view *out, struct question *question, const enum sheet_column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out->cells[columns[i]] = question->answers[i + 1];
}

static bool ask_service(struct sheet_view *out, struct question *question, const char *id)
{
    static const char sql[] = "SELECT organization_id, name, description, url, email, application_process, "
                              "fees_description, eligibility_description, interpretation_services, alert, assured_date "
                              "FROM services WHERE id = ?1 AND ?2 = ''";
    static const enum sheet_column columns[] = { SHEET_NAME,        SHEET_DESCRIPTION,  SHEET_URL,
                                                 SHEET_EMAIL,       SHEET_APPLICATION,  SHEET_FEES,
                                                 SHEET_ELIGIBILITY, SHEET_INTERPRETERS, SHEET_ALERT,
                                                 SHEET_CHECKED };
    question_begin(question, sql, id, "");
    bool found = question_next(question);
    out->organization = question->answers[0];
    ask_cells(out, question, columns, COUNT(columns));
    out->service = out->cells[SHEET_ID] = found ? arena_strdup(&question->views->arena, id) : "";
    return found;
}

static void ask_organization(struct sheet_view *out, struct question *question)
{
    question_begin(question, "SELECT id, name FROM organizations WHERE id = ?1 AND ?2 = ''", out->organization, "");
    (void)question_next(question);
    out->cells[SHEET_ORGANIZATION] = question->answers[1];
}

static void ask_place(struct sheet_view *out, struct question *question)
{
    static const char site[] = "SELECT id, location_id, (SELECT count(*) > 1 FROM service_at_location AS other WHERE "
                               "other.location_id = service_at_location.location_id) FROM service_at_location "
                               "WHERE service_id = ?1 AND ?2 = '' ORDER BY row LIMIT 1";
    static const char place[] = "SELECT id, name, transportation, latitude, longitude FROM locations "
                                "WHERE id = ?1 AND ?2 = ''";
    static const char address[] =
        "SELECT id, address_1, address_2, postal_code, city FROM addresses WHERE location_id = ?1 "
        "AND ?2 = '' ORDER BY coalesce(address_type, '') = 'postal', row LIMIT 1";
    static const enum sheet_column of_place[] = { SHEET_PLACE, SHEET_TRANSPORTATION, SHEET_LATITUDE, SHEET_LONGITUDE };
    static const enum sheet_column of_address[] = { SHEET_ADDRESS, SHEET_ADDRESS_2, SHEET_POSTAL_CODE, SHEET_CITY };
    question_begin(question, site, out->service, "");
    (void)question_next(question);
    out->site = question->answers[0];
    const char *location = question->answers[1];
    out->place_is_shared = strcmp(question->answers[2], "1") == 0;
    question_begin(question, place, location, "");
    (void)question_next(question);
    out->location = question->answers[0];
    ask_cells(out, question, of_place, COUNT(of_place));
    question_begin(question, address, out->location, "");
    (void)question_next(question);
    out->address = question->answers[0];
    ask_cells(out, question, of_address, COUNT(of_address));
}

static void ask_phone(struct sheet_view *out, struct question *question)
{
    static const char sql[] = "SELECT id, number FROM phones WHERE (service_id = ?1 OR (?2 <> '' AND "
                              "service_at_location_id = ?2)) AND coalesce(contact_id, '') = '' AND "
                              "coalesce(type, '') <> 'fax' ORDER BY row LIMIT 1";
    question_begin(question, sql, out->service, out->site);
    (void)question_next(question);
    out->phone = question->answers[0];
    out->cells[SHEET_PHONE] = question->answers[1];
}

struct schedules {
    struct sheet_schedule *at;
    size_t count;
};

static const char *schedule_sql(struct arena *arena, const char *owner)
{
    return arena_printf(
        arena,
        "SELECT id, freq, byday, opens_at, closes_at, description, notes, "
        "coalesce(interval, '') IN ('', '1') AND coalesce(count, '') = '' AND coalesce(bymonthday, '') = '' "
        "AND coalesce(byweekno, '') = '' AND coalesce(byyearday, '') = '' AND coalesce(dtstart, '') = '' AND "
        "coalesce(until, '') = '' AND coalesce(valid_from, '') = '' AND coalesce(valid_to, '') = '' "
        "FROM schedules WHERE %s = ?1 AND ?2 = '' ORDER BY row",
        owner);
}

/* Those of the service at the place, else the service's, else the place's. */
static void ask_hours(struct sheet_view *out, struct question *question)
{
    struct arena *arena = &question->views->arena;
    const struct {
        const char *column;
        const char *id;
    } owners[] = { { "service_at_location_id", out->site },
                   { "service_id", out->service },
                   { "location_id", out->location } };
    struct schedules rows = { 0 };
    for (size_t i = 0; i < COUNT(owners) && rows.count == 0; i++) {
        out->hours_owner = owners[i].column;
        question_begin(question, schedule_sql(arena, owners[i].column), owners[i].id, "");
        while (owners[i].id[0] && question_next(question)) {
            const char *const *cell = question->answers;
            *LIST_ADD(arena, rows) = (struct sheet_schedule){
                cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], strcmp(cell[7], "1") == 0
            };
            *LIST_ADD(arena, out->schedules) = (struct sheet_part){ "schedules", cell[0], NULL };
        }
    }
    if (rows.count == 0)
        out->hours_owner = out->site[0] ? "service_at_location_id" : "service_id";
    out->cells[SHEET_HOURS] = sheet_hours_text(arena, rows.at, rows.count);
}

static const char *join(struct arena *arena, const char *list, const char *word)
{
    return arena_printf(arena, "%s%s%s", list, list[0] ? ", " : "", word);
}

static void note_term(struct sheet_view *out, struct sheet_views *views, const char *code)
{
    for (size_t i = 0; i < COUNT(sheet_facets); i++) {
        bool yes = strcmp(code, sheet_facets[i].yes) == 0;
        if (yes || (sheet_facets[i].no && strcmp(code, sheet_facets[i].no) == 0))
            out->cells[sheet_facets[i].column] = sheet_answer_word(yes, views->lang, &views->arena);
    }
    if (!sheet_code_is_facet(code))
        out->cells[SHEET_TOPICS] = join(&views->arena, out->cells[SHEET_TOPICS], code);
}

static void ask_terms(struct sheet_view *out, struct question *question)
{
    static const char sql[] =
        "SELECT attributes.id, taxonomy_terms.code FROM attributes JOIN taxonomy_terms ON taxonomy_terms.id = "
        "attributes.taxonomy_term_id LEFT JOIN taxonomies ON taxonomies.id = taxonomy_terms.taxonomy_id "
        "WHERE attributes.link_id = ?1 AND ?2 = '' AND attributes.link_entity = 'service' AND "
        "(taxonomy_terms.taxonomy = 'maison' OR taxonomies.name = 'maison') ORDER BY attributes.row";
    question_begin(question, sql, out->service, "");
    while (question_next(question)) {
        *LIST_ADD(&question->views->arena, out->attributes) =
            (struct sheet_part){ "attributes", question->answers[0], question->answers[1] };
        note_term(out, question->views, question->answers[1]);
    }
}

static void ask_languages(struct sheet_view *out, struct question *question)
{
    question_begin(question, "SELECT id, code FROM languages WHERE service_id = ?1 AND ?2 = '' ORDER BY row",
                   out->service, "");
    while (question_next(question)) {
        *LIST_ADD(&question->views->arena, out->languages) =
            (struct sheet_part){ "languages", question->answers[0], question->answers[1] };
        out->cells[SHEET_LANGUAGES] = join(&question->views->arena, out->cells[SHEET_LANGUAGES], question->answers[1]);
    }
}

static const char *version_of(const struct sheet_view *view, struct arena *arena)
{
    uint64_t hash = STR_HASH_SEED;
    for (size_t i = 0; i < SHEET_COLUMN_COUNT; i++)
        hash = str_hash(view->cells[i], strlen(view->cells[i]) + 1, hash);
    for (size_t i = 0; i < view->schedules.count; i++)
        hash = str_hash(view->schedules.at[i].id, strlen(view->schedules.at[i].id) + 1, hash);
    return arena_printf(arena, "%016llx", (unsigned long long)hash);
}

bool sheet_view_find(struct sheet_view *out, struct sheet_views *views, const char *service, bool *found,
                     struct err *err)
{
    CLEANUP(question_end) struct question question = { .views = views, .err = err };
    arena_reset(&views->arena);
    memset(out, 0, sizeof(*out));
    for (size_t i = 0; i < SHEET_COLUMN_COUNT; i++)
        out->cells[i] = "";
    *found = ask_service(out, &question, service);
    ask_organization(out, &question);
    ask_place(out, &question);
    ask_phone(out, &question);
    ask_hours(out, &question);
    ask_terms(out, &question);
    ask_languages(out, &question);
    out->version = version_of(out, &views->arena);
    return !question.failed;
}
