/* What a check finds in someone's pack. Findings are data, not errors: each names a rule, a place and what is wrong
 * there; the rule carries how bad it is and what to do. */
#ifndef MAISON_PUBLISH_FINDING_H
#define MAISON_PUBLISH_FINDING_H

#include "base/arena.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

enum rule {
    RULE_MISSING_FILE,
    RULE_BAD_FILE,
    RULE_NOT_UTF8,
    RULE_BAD_MANIFEST,
    RULE_BAD_SEQUENCE,
    RULE_BAD_CSV,
    RULE_BAD_SEPARATOR,
    RULE_EMPTY_FILE,
    RULE_EMPTY_TABLE,
    RULE_RAGGED_ROW,
    RULE_MISSING_COLUMN,
    RULE_MISSING_ID,
    RULE_BAD_ID,
    RULE_DUPLICATE_ID,
    RULE_DANGLING_LINK,
    RULE_MISSING_NAME,
    RULE_MISSING_VALUE,
    RULE_BAD_DATE,
    RULE_BAD_TIME,
    RULE_BAD_NUMBER,
    RULE_BAD_COLOUR,
    RULE_BAD_WORD,
    RULE_BAD_URL,
    RULE_BAD_PHONE,
    RULE_PHONE_CANNOT_BE_DIALLED,
    RULE_BAD_CHARACTER,
    RULE_NO_FONT,
    RULE_UNKNOWN_ICON,
    RULE_UNKNOWN_LANGUAGE,
    RULE_BAD_SCHEDULE,
    RULE_CONTRADICTORY_HOURS,
    RULE_BAD_CLOSURE,
    RULE_UNKNOWN_TERM,
    RULE_CONTRADICTORY_TERMS,
    RULE_NO_TOPIC,
    RULE_TOPIC_EMPTY,
    RULE_NO_HOURS,
    RULE_NO_PHONE_AND_NO_ADDRESS,
    RULE_NO_COORDINATES,
    RULE_OUTSIDE_THE_CITY,
    RULE_LIKELY_DUPLICATE,
    RULE_NO_SOURCE,
    RULE_NOT_ASSURED,
    RULE_DATE_AHEAD,
    RULE_CHECKED_OVER_6_MONTHS_AGO,
    RULE_CHECKED_OVER_12_MONTHS_AGO,
    RULE_NOTICE_OVER,
    RULE_BAD_FRONT_MATTER,
    RULE_PAGE_NOT_CHECKED,
    RULE_BAD_MARKDOWN,
    RULE_BAD_LINK,
    RULE_BAD_PO,
    RULE_TRANSLATION_MISSING,
    RULE_TRANSLATION_STALE,
    RULE_PLACEHOLDER_DIFFERS,
    RULE_NUMBER_DIFFERS,
    RULE_BAD_CLIP,
    RULE_CLIP_STALE,
    RULE_COUNT
};

const char *rule_id(enum rule rule);
const char *rule_advice(enum rule rule);
enum severity rule_severity(enum rule rule);
const char *severity_name(enum severity severity);

/* Where in the pack folder. */
struct spot {
    const char *file;   /* relative to the folder */
    long row;           /* of a CSV: as in a spreadsheet, the header being 1; of a text file: the line; 0: the whole */
    const char *column; /* column, key or msgctxt; NULL for none */
};

struct finding {
    enum rule rule;
    struct spot where;
    const char *message;
};

/* All strings and the list itself live in `arena`; zero the rest. */
struct findings {
    struct arena *arena;
    struct finding *at;
    size_t count;
};

/* The strings of `where` are borrowed. */
void finding_add(struct findings *findings, enum rule rule, struct spot where, const char *format, ...)
    PRINTF_LIKE(4, 5);

size_t findings_count(const struct findings *findings, enum severity severity);

/* By file, row, column and rule, so that the order of the checks does not show. */
void findings_sort(struct findings *findings);

/* Of sorted findings: keeps ten of each rule in a translation catalogue, which one slip of a program can spoil
 * throughout, and one more that counts the rest. */
void findings_limit(struct findings *findings);

/* "FILE:ROW:COLUMN: severity: message. advice [rule]" */
const char *finding_text(const struct finding *finding, struct arena *arena);

#endif
