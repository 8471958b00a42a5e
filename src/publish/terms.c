#include "publish/terms.h"

#include "base/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct facet_terms {
    const char *yes;
    const char *no;
} facet_terms[] = {
    [FACET_OPEN_NOW] = { NULL, NULL }, /* from the hours */
    [FACET_NO_PAPERS] = { "no-papers", "papers-needed" },
    [FACET_FREE] = { "free", "paid" },
    [FACET_MY_LANGUAGE] = { NULL, NULL }, /* from languages.csv */
    [FACET_WOMEN_ONLY] = { "women-only", NULL },
    [FACET_STEP_FREE] = { "step-free", "steps" },
    [FACET_CHILDREN_WELCOME] = { "children-welcome", NULL },
};
static_assert(COUNT(facet_terms) == FACET_COUNT, "each facet needs a row");

const char *terms_facet_code(enum facet facet)
{
    return facet_terms[facet].yes;
}

const char *terms_opposite_code(enum facet facet)
{
    return facet_terms[facet].no;
}

static bool parts_codes(char c)
{
    return c == ' ' || c == ',' || c == ';' || c == '|' || c == '\t' || c == '\n' || c == '\r';
}

bool terms_next(struct str *rest, struct str *code)
{
    while (rest->len > 0 && parts_codes(rest->at[0]))
        *rest = (struct str){ rest->at + 1, rest->len - 1 };
    *code = (struct str){ rest->at, 0 };
    while (code->len < rest->len && !parts_codes(code->at[code->len]))
        code->len++;
    *rest = (struct str){ rest->at + code->len, rest->len - code->len };
    return code->len > 0;
}

struct str terms_of_topic(const struct table *topics, const struct row *topic)
{
    struct str code;
    struct str terms = str_of(row_get(topics, topic, "terms"));
    struct str rest = terms;
    return terms_next(&rest, &code) ? terms : str_of(row_get(topics, topic, "id"));
}

static bool topic_gathers(const struct table *topics, size_t topic, const char *wanted)
{
    struct str rest = terms_of_topic(topics, &topics->rows[topic]);
    struct str code;
    while (terms_next(&rest, &code)) {
        if (str_eq_c(code, wanted))
            return true;
    }
    return false;
}

/* Facets are asked of our own taxonomy only: other lists use such words with other meanings. */
static bool term_is_ours(const struct source *source, const struct row *term)
{
    const struct table *terms = &source->tables[TABLE_TAXONOMY_TERMS];
    const struct table *taxonomies = &source->tables[TABLE_TAXONOMIES];
    const struct row *taxonomy = table_find(taxonomies, row_get(terms, term, "taxonomy_id"));
    return strcasecmp(row_get(terms, term, "taxonomy"), "maison") == 0 ||
           (taxonomy && strcasecmp(row_get(taxonomies, taxonomy, "name"), "maison") == 0);
}

static bool is_code(const char *code, const char *wanted)
{
    return wanted && strcmp(code, wanted) == 0;
}

static void assert_answers(struct service_answers *answers, const char *code)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        enum answer said = is_code(code, facet_terms[i].yes)  ? ANSWER_YES
                           : is_code(code, facet_terms[i].no) ? ANSWER_NO
                                                              : ANSWER_UNKNOWN;
        if (said == ANSWER_UNKNOWN)
            continue;
        if (answers->facet[i] != ANSWER_UNKNOWN && answers->facet[i] != said)
            answers->contradictory |= 1u << i;
        answers->facet[i] = said;
    }
}

static void add_links(struct terms *out, const struct source *source, size_t service, const char *code)
{
    const struct table *topics = &source->tables[TABLE_TOPICS];
    for (size_t i = 0; i < topics->count; i++) {
        if (!topic_gathers(topics, i, code))
            continue;
        LIST_ROOM(source->arena, out->links, out->link_count);
        out->links[out->link_count++] = (struct topic_link){ i, service };
    }
}

/* HSDS names the table, many files the thing. */
bool terms_are_of_service(const struct table *attributes, const struct row *row)
{
    const char *entity = row_get(attributes, row, "link_entity");
    return strcmp(entity, "service") == 0 || strcmp(entity, "services") == 0;
}

static void read_attributes(struct terms *out, const struct source *source)
{
    const struct table *attributes = &source->tables[TABLE_ATTRIBUTES];
    const struct table *terms = &source->tables[TABLE_TAXONOMY_TERMS];
    for (size_t i = 0; i < attributes->count; i++) {
        const struct row *row = &attributes->rows[i];
        const struct row *term = table_find(terms, row_get(attributes, row, "taxonomy_term_id"));
        size_t service;
        if (!term || !terms_are_of_service(attributes, row) ||
            !map_get(&source->tables[TABLE_SERVICES].ids, row_get(attributes, row, "link_id"), &service))
            continue;
        add_links(out, source, service, row_get(terms, term, "code"));
        if (term_is_ours(source, term))
            assert_answers(&out->answers[service], row_get(terms, term, "code"));
    }
}

static void drop_contradictions(struct service_answers *answers)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        if (answers->contradictory & (1u << i))
            answers->facet[i] = ANSWER_UNKNOWN;
    }
}

/* Prices are facts and beat what someone asserts: one that is more than nothing makes the service not free, only prices
 * of nothing make it free. */
static void read_prices(struct terms *out, const struct source *source, enum answer wanted)
{
    const struct table *costs = &source->tables[TABLE_COST_OPTIONS];
    for (size_t i = 0; i < costs->count; i++) {
        double amount;
        size_t service;
        if (!str_to_double(str_of(row_get(costs, &costs->rows[i], "amount")), &amount) ||
            !map_get(&source->tables[TABLE_SERVICES].ids, row_get(costs, &costs->rows[i], "service_id"), &service))
            continue;
        if ((amount > 0) == (wanted == ANSWER_NO))
            out->answers[service].facet[FACET_FREE] = wanted;
    }
}

static int by_topic_and_service(const void *left, const void *right)
{
    const struct topic_link *a = left;
    const struct topic_link *b = right;
    if (a->topic != b->topic)
        return a->topic < b->topic ? -1 : 1;
    return (a->service > b->service) - (a->service < b->service);
}

static void sort_links(struct terms *out)
{
    size_t kept = 0;
    if (out->link_count > 0)
        qsort(out->links, out->link_count, sizeof(*out->links), by_topic_and_service);
    for (size_t i = 0; i < out->link_count; i++) {
        if (kept == 0 || by_topic_and_service(&out->links[kept - 1], &out->links[i]) != 0)
            out->links[kept++] = out->links[i];
    }
    out->link_count = kept;
}

void terms_resolve(struct terms *out, const struct source *source)
{
    size_t services = source->tables[TABLE_SERVICES].count;
    *out = (struct terms){ .answers = ARENA_ARRAY(source->arena, struct service_answers, services) };
    read_attributes(out, source);
    for (size_t i = 0; i < services; i++)
        drop_contradictions(&out->answers[i]);
    read_prices(out, source, ANSWER_YES);
    read_prices(out, source, ANSWER_NO);
    sort_links(out);
}
