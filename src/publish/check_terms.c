/* Taxonomy terms: those that topics gather, and those that services carry. */
#include "publish/checks.h"
#include "publish/terms.h"

static bool code_exists(const struct table *terms, struct str code)
{
    for (size_t i = 0; i < terms->count; i++) {
        if (str_eq_c(code, row_get(terms, &terms->rows[i], "code")))
            return true;
    }
    return false;
}

static void check_topics(const struct source *source, struct findings *findings)
{
    const struct table *topics = &source->tables[TABLE_TOPICS];
    for (size_t i = 0; i < topics->count; i++) {
        struct str rest = terms_of_topic(topics, &topics->rows[i]);
        struct str code;
        while (terms_next(&rest, &code)) {
            if (!code_exists(&source->tables[TABLE_TAXONOMY_TERMS], code))
                finding_add(findings, RULE_UNKNOWN_TERM, row_spot(topics, &topics->rows[i], "terms"),
                            "no taxonomy has the term \"%.*s\"", STR_FMT(code));
        }
    }
}

static void check_links(const struct source *source, struct findings *findings)
{
    const struct table *attributes = &source->tables[TABLE_ATTRIBUTES];
    for (size_t i = 0; i < attributes->count; i++) {
        const struct row *row = &attributes->rows[i];
        const char *id = row_get(attributes, row, "link_id");
        if (terms_are_of_service(attributes, row) && id[0] && table_lacks(&source->tables[TABLE_SERVICES], id))
            finding_add(findings, RULE_DANGLING_LINK, row_spot(attributes, row, "link_id"),
                        "hsds/services.csv has no row %s", id);
    }
}

static void check_answers(const struct source *source, struct findings *findings, const struct terms *terms)
{
    const struct table *services = &source->tables[TABLE_SERVICES];
    for (size_t i = 0; i < services->count; i++) {
        for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
            if (terms->answers[i].contradictory & (1u << facet))
                finding_add(findings, RULE_CONTRADICTORY_TERMS, row_spot(services, &services->rows[i], "id"),
                            "the service has both terms %s and %s", terms_facet_code(facet),
                            terms_opposite_code(facet));
        }
    }
}

void check_terms(const struct source *source, struct findings *findings)
{
    struct terms terms;
    if (!source->tables[TABLE_TAXONOMY_TERMS].unread)
        check_topics(source, findings);
    check_links(source, findings);
    terms_resolve(&terms, source);
    check_answers(source, findings, &terms);
}
