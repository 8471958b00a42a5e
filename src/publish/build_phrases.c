/* What people show at a desk, and what can be answered there. */
#include "publish/build_parts.h"
#include "publish/insert.h"

bool build_answers(const struct build *build, struct err *err)
{
    const struct table *answers = &build->source->tables[TABLE_ANSWERS];
    const struct row **list = build_in_order(build, answers);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO answer (id, seq, icon) VALUES (?, ?, ?)");
    for (size_t i = 0; i < answers->count; i++) {
        insert_text(&rows, row_get(answers, list[i], "id"));
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(answers, list[i], "icon"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

static void insert_answers(struct insert *rows, struct arena *arena, const char *phrase, const char *answers)
{
    struct build_words words = { .rest = str_of(answers) };
    const char *answer;
    for (int64_t seq = 1; build_next_word(&answer, &words, arena); seq++) {
        insert_text(rows, phrase);
        insert_int(rows, seq);
        insert_text(rows, answer);
        insert_row(rows);
    }
}

bool build_phrases(const struct build *build, struct err *err)
{
    const struct table *phrases = &build->source->tables[TABLE_PHRASES];
    const struct row **list = build_in_order(build, phrases);
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT INTO phrase (id, seq, topic, icon) VALUES (?, ?, ?, ?)");
    CLEANUP(insert_end)
    struct insert answers = insert_begin(build->db, "INSERT INTO phrase_answer (phrase, seq, answer) VALUES (?, ?, ?)");
    for (size_t i = 0; i < phrases->count; i++) {
        const char *id = row_get(phrases, list[i], "id");
        insert_text(&rows, id);
        insert_int(&rows, (int64_t)i + 1);
        insert_text(&rows, row_get(phrases, list[i], "topic"));
        insert_text(&rows, row_get(phrases, list[i], "icon"));
        insert_row(&rows);
        insert_answers(&answers, build->source->arena, id, row_get(phrases, list[i], "answers"));
    }
    return insert_ok(&rows, err) && insert_ok(&answers, err);
}
