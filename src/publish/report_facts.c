/* The figures of the report. */
#include "publish/checks.h"
#include "publish/report_parts.h"
#include "publish/terms.h"

#include "base/clock.h"

#include <string.h>

enum { WITHOUT_HOURS = 1, WITHOUT_CONTACT = 2 };

static size_t age_of(const char *checked, const char *day)
{
    struct civil then;
    struct civil now;
    struct str time;
    if (!civil_parse_date(&then, str_of(checked)) || !civil_parse_date(&now, str_cut(str_of(day), 'T', &time)))
        return REPORT_AGE_NOT_KNOWN;
    int months = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day ? 1 : 0);
    return months < 3 ? 0 : months < 6 ? 1 : months < 9 ? 2 : months < 12 ? 3 : 4;
}

/* What the findings say of each row of services.csv. */
static unsigned *flags_of(const struct source *source, const struct findings *findings)
{
    const struct table *services = &source->tables[TABLE_SERVICES];
    unsigned *flags = ARENA_ARRAY(source->arena, unsigned, services->count);
    size_t row = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->at[i];
        if (strcmp(finding->where.file, services->spec->file) != 0)
            continue;
        while (row < services->count && services->rows[row].number < finding->where.row)
            row++; /* both are in the order of the file */
        if (row == services->count || services->rows[row].number != finding->where.row)
            continue;
        flags[row] |= finding->rule == RULE_NO_HOURS                  ? WITHOUT_HOURS
                      : finding->rule == RULE_NO_PHONE_AND_NO_ADDRESS ? WITHOUT_CONTACT
                                                                      : 0;
    }
    return flags;
}

static void count_services(struct report_facts *out, const struct source *source, const struct findings *findings)
{
    const struct table *services = &source->tables[TABLE_SERVICES];
    const unsigned *flags = flags_of(source, findings);
    struct terms terms;
    terms_resolve(&terms, source);
    for (size_t i = 0; i < services->count; i++) {
        if (!services->rows[i].shown)
            continue;
        out->services++;
        out->ages[age_of(row_get(services, &services->rows[i], "assured_date"), source->day)]++;
    }
    for (size_t i = 0; i < terms.link_count; i++) {
        size_t service = terms.links[i].service;
        struct report_topic *topic = &out->topics[terms.links[i].topic];
        if (!services->rows[service].shown)
            continue;
        topic->services++;
        topic->without_hours += flags[service] & WITHOUT_HOURS ? 1 : 0;
        topic->without_contact += flags[service] & WITHOUT_CONTACT ? 1 : 0;
        topic->ages[age_of(row_get(services, &services->rows[service], "assured_date"), source->day)]++;
    }
}

static void count_pages(struct report_facts *out, const struct source *source)
{
    const struct table *topics = &source->tables[TABLE_TOPICS];
    for (size_t i = 0; i < source->guide.count; i++) {
        const struct guide_page *page = &source->guide.pages[i];
        size_t age = age_of(page->checked, source->day);
        size_t topic;
        out->pages++;
        out->ages[age]++;
        if (!map_get(&topics->ids, page->topic, &topic))
            continue;
        out->topics[topic].pages++;
        out->topics[topic].ages[age]++;
    }
}

static void count_languages(struct report_facts *out, const struct source *source)
{
    struct pack_texts texts;
    texts_list(&texts, source);
    out->texts = texts.count;
    out->language_count = source->translation_count;
    out->languages = ARENA_ARRAY(source->arena, struct report_language, out->language_count);
    for (size_t i = 0; i < source->translation_count; i++) {
        const struct translations *translations = &source->translations[i];
        out->languages[i] = (struct report_language){ translations->lang, catalogue_coverage(translations, &texts),
                                                      translations->checked };
    }
}

/* Without the time of day, which nobody reads. */
static const char *day_of(struct arena *arena, const char *moment)
{
    struct str time;
    struct str day = str_cut(str_of(moment), 'T', &time);
    return day.len > 0 ? arena_str(arena, day) : "a day that is not known";
}

void report_facts_gather(struct report_facts *out, const struct source *source, const struct findings *findings)
{
    const struct table *topics = &source->tables[TABLE_TOPICS];
    *out = (struct report_facts){ .made = day_of(source->arena, source->manifest.created),
                                  .day = day_of(source->arena, source->day),
                                  .topic_count = topics->count };
    out->topics = ARENA_ARRAY(source->arena, struct report_topic, topics->count);
    for (size_t i = 0; i < topics->count; i++)
        out->topics[i].name = row_get(topics, &topics->rows[i], "name");
    out->errors = findings_count(findings, SEVERITY_ERROR);
    out->warnings = findings_count(findings, SEVERITY_WARNING);
    count_services(out, source, findings);
    count_pages(out, source);
    count_languages(out, source);
}
