/* How the topics, the ages and the languages stand. */
#include "publish/report_parts.h"

#include <string.h>

static const char *const age_labels[REPORT_AGES] = { "under 3", "3 to 6",      "6 to 9",
                                                     "9 to 12", "12 and more", "not known" };

/* A number that is nothing to worry about when it is 0. */
static void cell(FILE *out, size_t number)
{
    fprintf(out, number > 0 ? "<td class=\"n due\">%zu</td>" : "<td class=\"n\">%zu</td>", number);
}

static void topic_row(FILE *out, const struct report_topic *topic)
{
    size_t over_6 = topic->ages[2] + topic->ages[3];
    size_t over_12 = topic->ages[4];
    size_t all = topic->services + topic->pages;
    char what[128];
    snprintf(what, sizeof(what), "%zu checked within 6 months, %zu over 6 months ago, %zu over 12",
             topic->ages[0] + topic->ages[1], over_6, over_12);
    fputs("<tr><th scope=\"row\">", out);
    report_name(out, topic->name);
    fprintf(out, "</th><td class=\"n\">%zu</td><td class=\"n\">%zu</td>", topic->services, topic->pages);
    cell(out, topic->without_hours);
    cell(out, topic->without_contact);
    cell(out, over_6);
    cell(out, over_12);
    fputs("<td>", out);
    report_bar(out, topic->ages, REPORT_AGES, all, what);
    fputs("</td></tr>\n", out);
}

void report_topics(FILE *out, const struct report_facts *facts)
{
    fputs("<section><h2>Topics</h2>\n<table><thead><tr><th>topic</th><th class=\"n\">services</th><th "
          "class=\"n\">pages</th>"
          "<th class=\"n\">hours not known</th><th class=\"n\">no phone, no address</th>"
          "<th class=\"n\">checked over 6 months ago</th><th class=\"n\">over 12</th><th>when "
          "checked</th></tr></thead><tbody>\n",
          out);
    for (size_t i = 0; i < facts->topic_count; i++)
        topic_row(out, &facts->topics[i]);
    fputs("</tbody></table>\n<p class=\"small\">A service counts in each of its topics. Months since somebody checked "
          "it:</p>\n",
          out);
    report_legend(out, age_labels, REPORT_AGES);
    fputs("</section>\n", out);
}

void report_ages(FILE *out, const struct report_facts *facts)
{
    char what[128];
    snprintf(what, sizeof(what), "%zu services and %zu pages by the months since they were checked", facts->services,
             facts->pages);
    fputs("<section><h2>How old the facts are</h2>\n<p>Services and pages by the months since somebody checked them, "
          "counted to ",
          out);
    report_text(out, facts->day);
    fputs(".</p>\n", out);
    report_columns(out, facts->ages, age_labels, facts->ages[REPORT_AGE_NOT_KNOWN] > 0 ? REPORT_AGES : REPORT_AGES - 1,
                   what);
    fputs("</section>\n", out);
}

static void language_row(FILE *out, const struct report_language *language, size_t texts)
{
    const struct coverage *coverage = &language->coverage;
    size_t parts[] = { coverage->current, 0, coverage->stale, 0, coverage->missing };
    char what[128];
    snprintf(what, sizeof(what), "%zu current, %zu of an older text, %zu missing", coverage->current, coverage->stale,
             coverage->missing);
    fputs("<tr><th scope=\"row\">", out);
    report_text(out, language->tag);
    fprintf(out, "</th><td class=\"n\">%zu %%</td>", texts > 0 ? coverage->current * 100 / texts : 100);
    cell(out, coverage->stale);
    cell(out, coverage->missing);
    fprintf(out, "<td>%s</td><td>", language->checked ? "yes" : "not yet");
    report_bar(out, parts, COUNT(parts), texts, what);
    fputs("</td></tr>\n", out);
}

static const char *const coverage_labels[] = { "current", NULL, "the original has changed", NULL, "missing" };

void report_languages(FILE *out, const struct report_facts *facts)
{
    fprintf(out,
            "<section><h2>Languages</h2>\n<p>%zu texts to translate.</p>\n<table><thead><tr><th>language</th>"
            "<th class=\"n\">current</th><th class=\"n\">the original has changed</th><th class=\"n\">missing</th>"
            "<th>read by a speaker</th><th>coverage</th></tr></thead><tbody>\n",
            facts->texts);
    for (size_t i = 0; i < facts->language_count; i++)
        language_row(out, &facts->languages[i], facts->texts);
    fputs("</tbody></table>\n", out);
    report_legend(out, coverage_labels, COUNT(coverage_labels));
    fputs("</section>\n", out);
}
