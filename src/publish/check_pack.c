/* What a kiosk can't do without, whichever service people look for: somewhere to stand, numbers to call, topics to tap,
 * and text that can be read. */
#include "publish/checks.h"

static const struct need {
    enum table_id table;
    const char *message;
} needs[] = {
    { TABLE_KIOSKS, "the table has no kiosk" },
    { TABLE_EMERGENCY, "the table has no emergency number" },
    { TABLE_TOPICS, "the table has no topic" },
};

static void check_needs(const struct source *source, struct findings *findings)
{
    for (size_t i = 0; i < COUNT(needs); i++) {
        const struct table *table = &source->tables[needs[i].table];
        if (table->count == 0 && !table->unread)
            finding_add(findings, RULE_EMPTY_TABLE, (struct spot){ table->spec->file, 0, NULL }, "%s",
                        needs[i].message);
    }
}

static void check_kiosks(const struct source *source, struct findings *findings)
{
    const struct table *kiosks = &source->tables[TABLE_KIOSKS];
    for (size_t i = 0; i < kiosks->count; i++) {
        const struct row *row = &kiosks->rows[i];
        if (!row_get(kiosks, row, "latitude")[0] || !row_get(kiosks, row, "longitude")[0])
            finding_add(findings, RULE_NO_COORDINATES, row_spot(kiosks, row, "latitude"),
                        "the kiosk is not on the map: %s", row_get(kiosks, row, "name"));
    }
}

/* Control characters but tabs and line ends, and the embeddings and overrides of the bidirectional algorithm (UAX
 * 9, 2.1 and 2.2), which reach beyond their text when they are not closed. */
static bool is_refused(uint32_t character)
{
    bool space = character == '\t' || character == '\n' || character == '\r';
    return (character < 0x20 && !space) || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x202A && character <= 0x202E);
}

void check_characters(struct findings *findings, struct spot where, const char *text)
{
    const char *end = text + str_of(text).len;
    while (text < end) {
        uint32_t character = str_next_codepoint(&text, end);
        if (is_refused(character)) {
            finding_add(findings, RULE_BAD_CHARACTER, where, "the text holds an invisible character (U+%04X)",
                        (unsigned)character);
            return;
        }
    }
}

void check_pack(const struct source *source, struct findings *findings)
{
    check_needs(source, findings);
    check_kiosks(source, findings);
    check_characters(findings, (struct spot){ MANIFEST_FILE, 0, "city" }, source->manifest.city);
}
