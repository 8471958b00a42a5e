/* Notices, and the topics and languages that they are for. */
#include "publish/build_parts.h"
#include "publish/insert.h"
#include "publish/words.h"

/* Each word of the cell in a row with the notice. */
static void insert_words(struct insert *rows, struct arena *arena, const char *notice, const char *cell)
{
    struct build_words words = { .rest = str_of(cell) };
    const char *word;
    while (build_next_word(&word, &words, arena)) {
        insert_text(rows, notice);
        insert_text(rows, word);
        insert_row(rows);
    }
}

/* A kiosk compares dates as text, so the "Z" that may follow one is cut. */
static void insert_date(struct insert *rows, struct arena *arena, const char *date)
{
    insert_text(rows, arena_printf(arena, "%.10s", date));
}

bool build_notices(const struct build *build, struct err *err)
{
    const struct table *notices = &build->source->tables[TABLE_NOTICES];
    struct arena *arena = build->source->arena;
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO notice (id, seq, start, end, severity) "
                                                 "VALUES (?, ?, ?, ?, ?)");
    CLEANUP(insert_end)
    struct insert topics = insert_begin(build->db, "INSERT INTO notice_topic (notice, topic) VALUES (?, ?)");
    CLEANUP(insert_end)
    struct insert languages = insert_begin(build->db, "INSERT INTO notice_language (notice, lang) VALUES (?, ?)");
    for (size_t i = 0; i < notices->count; i++) {
        const struct row *row = &notices->rows[i];
        const char *id = row_get(notices, row, "id");
        enum notice_severity severity = NOTICE_INFO;
        if (!words_severity(&severity, row_get(notices, row, "severity")))
            continue;
        insert_text(&rows, id);
        insert_int(&rows, (int64_t)i + 1);
        insert_date(&rows, arena, row_get(notices, row, "start"));
        insert_date(&rows, arena, row_get(notices, row, "end"));
        insert_int(&rows, (int64_t)severity);
        insert_row(&rows);
        insert_words(&topics, arena, id, row_get(notices, row, "topics"));
        insert_words(&languages, arena, id, row_get(notices, row, "languages"));
    }
    return insert_ok(&rows, err) && insert_ok(&topics, err) && insert_ok(&languages, err);
}
