#include "content/service.h"
#include "content/service_parts.h"

static bool read_row(struct service_detail *out, struct service_head *head, const char **organization_id,
                     const struct ask *ask, const char *id)
{
    static const char sql[] = "SELECT " SERVICE_HEAD_COLUMNS ", organization, url, email, assured_date, "
                              "organization_id FROM service WHERE id = ?1";
    enum { ORGANIZATION = SERVICE_HEAD_COLUMN_COUNT, URL, EMAIL, ASSURED, ORGANIZATION_ID };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, id);
    if (statement_row(&row)) {
        *head = service_head_read(&row, ask->arena);
        out->id = head->id;
        out->organization = statement_text(&row, ORGANIZATION, ask->arena);
        out->url = statement_text(&row, URL, ask->arena);
        out->email = statement_text(&row, EMAIL, ask->arena);
        out->assured_date = statement_text(&row, ASSURED, ask->arena);
        *organization_id = statement_text(&row, ORGANIZATION_ID, ask->arena);
    }
    if (!statement_ok(&row, ask->err))
        return false;
    return out->id || err_set(ask->err, ERR_MISSING, "no service '%s' in the pack", id ? id : "");
}

static bool read_topics(struct service_detail *out, const struct ask *ask, int64_t seq)
{
    static const char sql[] = "SELECT topic.id, topic.sensitive FROM topic "
                              /* CROSS: topics are few, and there is no way from a service to its topics */
                              "CROSS JOIN service_topic ON service_topic.topic = topic.id "
                              "WHERE service_topic.service = ?1 ORDER BY topic.seq, topic.id";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, seq);
    while (statement_row(&row)) {
        if (!out->topic)
            out->topic = statement_text(&row, 0, ask->arena);
        out->sensitive = out->sensitive || statement_int(&row, 1) != 0;
    }
    return statement_ok(&row, ask->err);
}

static bool read_texts(struct service_detail *out, const struct ask *ask)
{
    const struct {
        struct localized *into;
        const char *field;
    } texts[] = {
        { &out->name, "name" },
        { &out->description, "description" },
        { &out->application_process, "application_process" },
        { &out->fees_description, "fees_description" },
        { &out->eligibility_description, "eligibility_description" },
        { &out->interpretation_services, "interpretation_services" },
        { &out->alert, "alert" },
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (!ask_text(texts[i].into, ask, "services", out->id, texts[i].field))
            return false;
    }
    return ask_local_text(&out->local_name, ask, "services", out->id, "name");
}

/* Hours, places and the facets that depend on them. */
static bool read_where_and_when(struct service_detail *out, struct service_head *head, const struct ask *ask)
{
    struct site_list sites;
    struct code_list languages;
    if (!service_sites(&sites, head, ask) || !service_languages(&languages, head, ask))
        return false;
    head->facets[FACET_OPEN_NOW] = service_open_now(&sites);
    for (size_t i = 0; i < FACET_COUNT; i++)
        out->facets[i] = head->facets[i];
    out->languages = languages.at;
    out->language_count = languages.count;
    out->hours = sites.at[0].state;
    out->week = hours_week(&sites.at[0].hours, ask->query->now);
    return service_hours_note(&out->hours_note, &sites.at[0], ask) && service_places(out, &sites, ask);
}

bool query_service(struct service_detail *out, const struct query *query, const char *id, struct arena *arena,
                   struct err *err)
{
    struct ask ask = { query, arena, err };
    struct service_detail detail = { 0 };
    struct service_head head = { 0 };
    const char *organization_id = NULL;
    struct source_list sources;
    if (!read_row(&detail, &head, &organization_id, &ask, id) || !read_topics(&detail, &ask, head.seq) ||
        !read_texts(&detail, &ask) || !read_where_and_when(&detail, &head, &ask) ||
        !service_phones(&detail, &ask, organization_id) || !service_documents(&detail, &ask, head.seq) ||
        !service_costs(&detail, &ask, head.seq) || !ask_sources(&sources, &ask, "services", detail.id))
        return false;
    detail.sources = sources.at;
    detail.source_count = sources.count;
    *out = detail;
    return true;
}
