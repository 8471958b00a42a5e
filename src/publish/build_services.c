/* Services and what hangs directly on them. Staff names, their mails and the checker's address stay in the folder. */
#include "publish/build_parts.h"
#include "publish/insert.h"

#include <string.h>
#include <strings.h>

static void insert_answer(struct insert *rows, enum answer answer)
{
    if (answer == ANSWER_UNKNOWN)
        insert_null(rows);
    else
        insert_int(rows, answer == ANSWER_YES);
}

static const char *organization_name(const struct source *source, const char *id)
{
    const struct table *organizations = &source->tables[TABLE_ORGANIZATIONS];
    const struct row *row = table_find(organizations, id);
    return row ? row_get(organizations, row, "name") : NULL;
}

static void insert_service(struct insert *rows, const struct build *build, size_t at)
{
    static const enum facet facets[] = { FACET_NO_PAPERS, FACET_FREE, FACET_WOMEN_ONLY, FACET_STEP_FREE,
                                         FACET_CHILDREN_WELCOME };
    const struct table *services = &build->source->tables[TABLE_SERVICES];
    const struct row *row = &services->rows[at];
    insert_int(rows, build->service_seq[at]);
    insert_text(rows, row_get(services, row, "id"));
    insert_text(rows, organization_name(build->source, row_get(services, row, "organization_id")));
    insert_text(rows, row_get(services, row, "url"));
    insert_text(rows, row_get(services, row, "email"));
    insert_text(rows, row_get(services, row, "status"));
    insert_text(rows, row_get(services, row, "assured_date"));
    for (size_t i = 0; i < COUNT(facets); i++)
        insert_answer(rows, build->terms.answers[at].facet[facets[i]]);
    insert_text(rows, row_get(services, row, "organization_id"));
    insert_row(rows);
}

bool build_services(const struct build *build, struct err *err)
{
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO service (seq, id, organization, url, email, status, assured_date, "
                                "no_papers, free, women_only, step_free, children_welcome, "
                                "organization_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < build->source->tables[TABLE_SERVICES].count; i++) {
        if (build->service_seq[i] > 0)
            insert_service(&rows, build, i);
    }
    return insert_ok(&rows, err);
}

bool build_service_topics(const struct build *build, struct err *err)
{
    const struct table *topics = &build->source->tables[TABLE_TOPICS];
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO service_topic (topic, service) VALUES (?, ?)");
    for (size_t i = 0; i < build->terms.link_count; i++) {
        const struct topic_link *link = &build->terms.links[i];
        if (build->service_seq[link->service] == 0)
            continue;
        insert_text(&rows, row_get(topics, &topics->rows[link->topic], "id"));
        insert_int(&rows, build->service_seq[link->service]);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_service_terms(const struct build *build, struct err *err)
{
    const struct table *attributes = &build->source->tables[TABLE_ATTRIBUTES];
    const struct table *terms = &build->source->tables[TABLE_TAXONOMY_TERMS];
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT OR IGNORE INTO service_term (service, term) VALUES (?, ?)");
    for (size_t i = 0; i < attributes->count; i++) {
        const struct row *row = &attributes->rows[i];
        const struct row *term = table_find(terms, row_get(attributes, row, "taxonomy_term_id"));
        int64_t seq = build_seq_of(build, row_get(attributes, row, "link_id"));
        if (!term || seq == 0 || !terms_are_of_service(attributes, row))
            continue;
        insert_int(&rows, seq);
        insert_text(&rows, row_get(terms, term, "name"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_service_languages(const struct build *build, struct err *err)
{
    const struct table *languages = &build->source->tables[TABLE_LANGUAGES];
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT OR IGNORE INTO service_language (service, code) VALUES (?, ?)");
    for (size_t i = 0; i < languages->count; i++) {
        const struct row *row = &languages->rows[i];
        int64_t seq = build_seq_of(build, row_get(languages, row, "service_id"));
        const char *code = row_get(languages, row, "code");
        if (seq == 0 || !code[0] || !row->shown)
            continue;
        insert_int(&rows, seq);
        insert_text(&rows, code);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_documents(const struct build *build, struct err *err)
{
    const struct table *documents = &build->source->tables[TABLE_REQUIRED_DOCUMENTS];
    struct build_counter counter = { 0 };
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO document (service, seq, id) VALUES (?, ?, ?)");
    for (size_t i = 0; i < documents->count; i++) {
        const struct row *row = &documents->rows[i];
        const char *service = row_get(documents, row, "service_id");
        if (build_seq_of(build, service) == 0 || !row->shown)
            continue;
        insert_int(&rows, build_seq_of(build, service));
        insert_int(&rows, build_count(&counter, build->source->arena, service));
        insert_text(&rows, row_get(documents, row, "id"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

bool build_costs(const struct build *build, struct err *err)
{
    const struct table *costs = &build->source->tables[TABLE_COST_OPTIONS];
    struct build_counter counter = { 0 };
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO cost (service, seq, id, amount, currency) VALUES (?, ?, ?, ?, ?)");
    for (size_t i = 0; i < costs->count; i++) {
        const struct row *row = &costs->rows[i];
        const char *service = row_get(costs, row, "service_id");
        if (build_seq_of(build, service) == 0 || !row->shown)
            continue;
        insert_int(&rows, build_seq_of(build, service));
        insert_int(&rows, build_count(&counter, build->source->arena, service));
        insert_text(&rows, row_get(costs, row, "id"));
        insert_real_cell(&rows, row_get(costs, row, "amount"));
        insert_text(&rows, row_get(costs, row, "currency"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

/* A fax machine answers nobody. */
static bool is_for_calling(const struct table *phones, const struct row *row)
{
    return row->shown && row->owner && strcasecmp(row_get(phones, row, "type"), "fax") != 0;
}

bool build_phones(const struct build *build, struct err *err)
{
    const struct table *phones = &build->source->tables[TABLE_PHONES];
    struct build_counter counter = { 0 };
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO phone (owner, seq, id, number) VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < phones->count; i++) {
        const struct row *row = &phones->rows[i];
        if (!is_for_calling(phones, row))
            continue;
        insert_text(&rows, row->owner);
        insert_int(&rows, build_count(&counter, build->source->arena, row->owner));
        insert_text(&rows, row_get(phones, row, "id"));
        insert_text(&rows, row_get(phones, row, "number"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}
