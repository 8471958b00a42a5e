/* The rules of a check, in the order of enum rule: how bad a breach is, and what the person who edits the folder can
 * do about it. */
#include "publish/finding.h"

#include <assert.h>

static const struct rule_row {
    const char *id;
    enum severity severity;
    const char *advice;
} rules[] = {
    [RULE_MISSING_FILE] = { "missing-file", SEVERITY_ERROR, "Add the file" },
    [RULE_BAD_FILE] = { "bad-file", SEVERITY_ERROR, "Put an ordinary, readable file there" },
    [RULE_NOT_UTF8] = { "not-utf8", SEVERITY_ERROR, "Save the file as UTF-8 text" },
    [RULE_BAD_MANIFEST] = { "bad-manifest", SEVERITY_ERROR,
                            "Correct datapackage.json; docs/pack-format.md shows what it holds" },
    [RULE_BAD_SEQUENCE] = { "bad-sequence", SEVERITY_ERROR,
                            "Write a whole number of 1 or more, and one more than the last pack's" },
    [RULE_BAD_CSV] = { "bad-csv", SEVERITY_ERROR,
                       "Close the quotation marks, and double those that stand inside a cell" },
    [RULE_BAD_SEPARATOR] = { "bad-separator", SEVERITY_ERROR, "Save it again as CSV with commas (UTF-8)" },
    [RULE_EMPTY_FILE] = { "empty-file", SEVERITY_ERROR, "It needs a first row with the names of the columns" },
    [RULE_EMPTY_TABLE] = { "empty-table", SEVERITY_ERROR, "Add a row: a kiosk can't work without" },
    [RULE_RAGGED_ROW] = { "ragged-row", SEVERITY_ERROR,
                          "Give the row as many cells as the first row; put a cell with a comma in quotation marks" },
    [RULE_MISSING_COLUMN] = { "missing-column", SEVERITY_ERROR, "Add the column to the first row" },
    [RULE_MISSING_ID] = { "missing-id", SEVERITY_ERROR, "Give the row an id of its own" },
    [RULE_BAD_ID] = { "bad-id", SEVERITY_ERROR,
                      "Use a UUID in hsds/, and elsewhere letters, digits, dots and hyphens" },
    [RULE_DUPLICATE_ID] = { "duplicate-id", SEVERITY_ERROR, "Give one of the two another id" },
    [RULE_DANGLING_LINK] = { "dangling-link", SEVERITY_ERROR, "Correct the id, or add what it names" },
    [RULE_MISSING_NAME] = { "missing-name", SEVERITY_ERROR, "Write a name: people see it on the screen" },
    [RULE_MISSING_VALUE] = { "missing-value", SEVERITY_ERROR, "Fill in the cell" },
    [RULE_BAD_DATE] = { "bad-date", SEVERITY_ERROR, "Write dates as 2026-11-24, and ends after starts" },
    [RULE_BAD_TIME] = { "bad-time", SEVERITY_ERROR, "Write times as 09:00" },
    [RULE_BAD_NUMBER] = { "bad-number", SEVERITY_ERROR, "Write a plain number with a point, without unit" },
    [RULE_BAD_COLOUR] = { "bad-colour", SEVERITY_ERROR, "Write a colour as #1A73E8" },
    [RULE_BAD_WORD] = { "bad-word", SEVERITY_ERROR, "Use one of the words that this column knows" },
    [RULE_BAD_URL] = { "bad-url", SEVERITY_ERROR, "Write the whole address, with https://" },
    [RULE_BAD_PHONE] = { "bad-phone", SEVERITY_ERROR, "Write the number with the digits 0 to 9" },
    [RULE_PHONE_CANNOT_BE_DIALLED] = { "phone-cannot-be-dialled", SEVERITY_WARNING,
                                       "Count the digits, or write it with + and the country code" },
    [RULE_BAD_CHARACTER] = { "bad-character", SEVERITY_ERROR,
                             "Take it out: type the text anew, or paste it without formatting" },
    [RULE_NO_FONT] = { "no-font", SEVERITY_WARNING,
                       "Write it with another letter; if most letters of a language are named, install the kiosk's "
                       "fonts" },
    [RULE_UNKNOWN_ICON] = { "unknown-icon", SEVERITY_ERROR, "Use a Material Icons name, such as local_hospital" },
    [RULE_UNKNOWN_LANGUAGE] = { "unknown-language", SEVERITY_ERROR,
                                "Use a language tag such as fr, ar or zh-Hans, listed in datapackage.json" },
    [RULE_BAD_SCHEDULE] = { "bad-schedule", SEVERITY_WARNING,
                            "Its hours will show as not known; docs/pack-format.md shows what a row may say" },
    [RULE_CONTRADICTORY_HOURS] = { "contradictory-hours", SEVERITY_WARNING,
                                   "Its hours will show as not known on such days; keep what is right" },
    [RULE_BAD_CLOSURE] = { "bad-closure", SEVERITY_ERROR, "docs/pack-format.md shows how exceptions are written" },
    [RULE_UNKNOWN_TERM] = { "unknown-term", SEVERITY_ERROR, "Correct the code, or add it to hsds/taxonomy_terms.csv" },
    [RULE_CONTRADICTORY_TERMS] = { "contradictory-terms", SEVERITY_WARNING,
                                   "Keep one of the two; until then the answer is not known" },
    [RULE_NO_TOPIC] = { "no-topic", SEVERITY_ERROR,
                        "Link the service to a topic's term in hsds/attributes.csv, or nobody will find it" },
    [RULE_TOPIC_EMPTY] = { "topic-empty", SEVERITY_WARNING, "Give the topic a page or a service, or remove it" },
    [RULE_NO_HOURS] = { "no-hours", SEVERITY_WARNING, "Ask when it is open and add rows to hsds/schedules.csv" },
    [RULE_NO_PHONE_AND_NO_ADDRESS] = { "no-phone-and-no-address", SEVERITY_WARNING,
                                       "Add a phone number or a place, so that people can reach it" },
    [RULE_NO_COORDINATES] = { "no-coordinates", SEVERITY_WARNING,
                              "Add latitude and longitude, or nobody sees how far it is" },
    [RULE_OUTSIDE_THE_CITY] = { "outside-the-city", SEVERITY_WARNING,
                                "Correct the coordinates; if people do go there, write a larger `radius_km` into "
                                "datapackage.json" },
    [RULE_LIKELY_DUPLICATE] = { "likely-duplicate", SEVERITY_WARNING,
                                "Remove one of the two, or name them so that people can tell them apart" },
    [RULE_NO_SOURCE] = { "no-source", SEVERITY_ERROR, "Say in sources.csv where it was taken from" },
    [RULE_NOT_ASSURED] = { "not-assured", SEVERITY_ERROR, "Check the service and write the day into assured_date" },
    [RULE_DATE_AHEAD] = { "date-ahead", SEVERITY_WARNING, "Correct the day, or `created` in datapackage.json" },
    [RULE_CHECKED_OVER_6_MONTHS_AGO] = { "checked-over-6-months-ago", SEVERITY_WARNING,
                                         "Check it again soon, and write the day" },
    [RULE_CHECKED_OVER_12_MONTHS_AGO] = { "checked-over-12-months-ago", SEVERITY_WARNING,
                                          "Check it now and write the day, or take it out: people rely on it" },
    [RULE_NOTICE_OVER] = { "notice-over", SEVERITY_WARNING,
                           "Remove the notice, or correct its end; nobody will see it" },
    [RULE_BAD_FRONT_MATTER] = { "bad-front-matter", SEVERITY_ERROR,
                                "Begin the page with lines of `key: value` between two lines of ---" },
    [RULE_PAGE_NOT_CHECKED] = { "page-not-checked", SEVERITY_ERROR,
                                "Check the page and write `checked: ` and the day at its top" },
    [RULE_BAD_MARKDOWN] = { "bad-markdown", SEVERITY_ERROR,
                            "Use one # title, ## headings, paragraphs, plain lists and links alone in a paragraph" },
    [RULE_BAD_LINK] = { "bad-link", SEVERITY_ERROR, "Link to service:ID, page:ID or topic:ID of this pack" },
    [RULE_BAD_PO] = { "bad-po", SEVERITY_ERROR, "Correct the catalogue; `msgfmt -c` names each line" },
    [RULE_TRANSLATION_MISSING] = { "translation-missing", SEVERITY_WARNING,
                                   "Run `maison-pack catalogue` and translate; until then another language shows" },
    [RULE_TRANSLATION_STALE] = { "translation-stale", SEVERITY_WARNING,
                                 "Compare with the new source text, then remove the fuzzy mark" },
    [RULE_PLACEHOLDER_DIFFERS] = { "placeholder-differs", SEVERITY_ERROR,
                                   "Keep what stands in braces exactly as in the source text" },
    [RULE_NUMBER_DIFFERS] = { "number-differs", SEVERITY_WARNING,
                              "Compare the figures; write them with the digits 0 to 9" },
    [RULE_BAD_CLIP] = { "bad-clip", SEVERITY_ERROR,
                        "Record it as Ogg Opus under media/LANG/TABLE/ID/FIELD.opus, and its words beside it in "
                        "FIELD.txt" },
    [RULE_CLIP_STALE] = { "clip-stale", SEVERITY_WARNING,
                          "Record it anew; until then the kiosk's own voice reads the text" },
};
static_assert(sizeof(rules) / sizeof(rules[0]) == RULE_COUNT, "each rule needs a row");

const char *rule_id(enum rule rule)
{
    return rules[rule].id;
}

const char *rule_advice(enum rule rule)
{
    return rules[rule].advice;
}

enum severity rule_severity(enum rule rule)
{
    return rules[rule].severity;
}

const char *severity_name(enum severity severity)
{
    static const char *const names[] = { [SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning" };
    return names[severity];
}
