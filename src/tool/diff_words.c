#include "tool/diff_words.h"

#include <assert.h>
#include <string.h>

static const struct kind_words {
    const char *heading;
    const char *one;
    const char *many;
} kinds[] = {
    [DIFF_PACK] = { "The pack", "fact of the pack", "facts of the pack" },
    [DIFF_NOTICE] = { "Notices", "notice", "notices" },
    [DIFF_EMERGENCY] = { "Emergency numbers", "emergency number", "emergency numbers" },
    [DIFF_TOPIC] = { "Topics", "topic", "topics" },
    [DIFF_PAGE] = { "Pages", "page", "pages" },
    [DIFF_SERVICE] = { "Services", "service", "services" },
    [DIFF_STEP] = { "First days", "step of the first days", "steps of the first days" },
    [DIFF_PHRASE] = { "Sentences", "sentence", "sentences" },
    [DIFF_ANSWER] = { "Answers", "answer", "answers" },
    [DIFF_CLOSURE] = { "Days when all are closed", "day when all are closed", "days when all are closed" },
    [DIFF_KIOSK] = { "Kiosks", "kiosk", "kiosks" },
};
static_assert(COUNT(kinds) == DIFF_KIND_COUNT, "each kind needs words");

static const struct field_words {
    const char *field;
    const char *words;
} fields[] = {
    { "alert", "alert" },
    { "amount_description", "price in words" },
    { "application_process", "how to come or apply" },
    { "body", "text" },
    { "checked", "day of the last check" },
    { "children-welcome", "children are welcome" },
    { "documents", "papers to bring" },
    { "eligibility_description", "whom it is for" },
    { "exceptions", "days that differ" },
    { "expires", "day on which it expires" },
    { "fallback", "languages that stand in" },
    { "fees_description", "what it costs" },
    { "free", "free of charge" },
    { "hours", "opening hours" },
    { "hours-note", "note on the hours" },
    { "interpretation_services", "interpreters" },
    { "no-papers", "without papers" },
    { "now-checked", "texts now checked by a speaker" },
    { "now-not-checked", "texts not checked by a speaker any more" },
    { "now-out-of-date", "texts now older than the original" },
    { "phone-note", "note on the phone" },
    { "position", "position on the map" },
    { "price-note", "note on the price" },
    { "say", "how to say it" },
    { "sensitive", "offers to hide at once" },
    { "step-free", "without steps" },
    { "target", "where it leads" },
    { "time_zone", "time zone" },
    { "transportation", "stop and line" },
    { "url", "web address" },
    { "when", "when to call" },
    { "women-only", "for women only" },
};

const char *diff_words_heading(enum diff_kind kind)
{
    return kinds[kind].heading;
}

const char *diff_words_count(enum diff_kind kind, size_t count)
{
    return count == 1 ? kinds[kind].one : kinds[kind].many;
}

const char *diff_words_field(const char *field)
{
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (strcmp(fields[i].field, field) == 0)
            return fields[i].words;
    }
    return field;
}
