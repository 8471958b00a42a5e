/* The parts of the report, in their order on the page. Internal to it. */
#ifndef MAISON_PUBLISH_REPORT_PARTS_H
#define MAISON_PUBLISH_REPORT_PARTS_H

#include "publish/catalogue.h"
#include "publish/report.h"

#include <stdio.h>

/* Facts by how long ago they were checked, in months: under 3, 6, 9, 12, more, not known. */
enum { REPORT_AGES = 6, REPORT_AGE_NOT_KNOWN = 5 };

struct report_topic {
    const char *name;
    size_t services;
    size_t pages;
    size_t without_hours;
    size_t without_contact;
    size_t ages[REPORT_AGES]; /* of its services and pages */
};

struct report_language {
    const char *tag;
    struct coverage coverage;
    bool checked; /* by a speaker */
};

struct report_facts {
    const char *made; /* the days on which the pack was made and to which ages are counted: YYYY-MM-DD, or in words */
    const char *day;
    size_t services; /* that are shown */
    size_t pages;
    size_t texts;
    size_t errors;
    size_t warnings;
    size_t ages[REPORT_AGES];
    struct report_topic *topics; /* as many as topics.csv has rows, in its order */
    size_t topic_count;
    struct report_language *languages;
    size_t language_count;
};

void report_facts_gather(struct report_facts *out, const struct source *source, const struct findings *findings);

/* Text with what HTML would take for markup written as references. */
void report_text(FILE *out, const char *text);

/* What people wrote in the pack, kept apart from the English around it. */
void report_name(FILE *out, const char *text);

/* A bar of parts as inline SVG; the colour of each part is the class p0, p1, … of the page's style. `what` says in
 * words what it shows, for those who can't see it. */
void report_bar(FILE *out, const size_t *parts, size_t count, size_t whole, const char *what);

/* What the colours of bars mean; a NULL label leaves its colour out. */
void report_legend(FILE *out, const char *const *labels, size_t count);

/* Columns with their numbers on top. */
void report_columns(FILE *out, const size_t *values, const char *const *labels, size_t count, const char *what);

void report_topics(FILE *out, const struct report_facts *facts);
void report_ages(FILE *out, const struct report_facts *facts);
void report_languages(FILE *out, const struct report_facts *facts);
void report_findings(FILE *out, const struct findings *findings);

#endif
