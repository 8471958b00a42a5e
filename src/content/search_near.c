/* Nothing was found: the topics of what comes nearest. */
#include "base/list.h"
#include "content/search_parts.h"

#include <string.h>

#define NEAR_DOCS 30
#define NEAR_TOPICS 3
#define LETTERS_LEAST 3

struct topics {
    const char **at;
    size_t count;
};

static bool has_topic(const struct topics *topics, const char *topic)
{
    for (size_t i = 0; i < topics->count; i++) {
        if (strcmp(topics->at[i], topic) == 0)
            return true;
    }
    return false;
}

static bool add_topic(struct topics *topics, const struct search *search, uint32_t doc, struct arena *arena)
{
    static const char sql[] = "SELECT topic FROM search_doc WHERE rowid = ?1";
    CLEANUP(statement_end) struct statement row = statement_begin(search->ask.query->pack, sql);
    statement_bind_int(&row, 1, doc);
    if (statement_row(&row)) {
        const char *topic = statement_text(&row, 0, arena);
        if (topic && !has_topic(topics, topic))
            *LIST_ADD(arena, *topics) = topic;
    }
    return statement_ok(&row, search->ask.err);
}

static size_t last_letter(struct str word)
{
    return str_last_letter(word.at, word.len);
}

static bool is_long_enough(struct str word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.len; i++)
        letters += ((unsigned char)word.at[i] & 0xC0) != 0x80;
    return letters >= LETTERS_LEAST;
}

/* What begins like the word does, letter by letter less, until there is something. */
static bool shorten(struct search *search, size_t word)
{
    struct typed_word *typed = &search->words[word];
    struct ranked best;
    size_t count = 0;
    typed->is_last = true;
    for (typed->text.len = last_letter(typed->text); count == 0 && is_long_enough(typed->text);
         typed->text.len = last_letter(typed->text)) {
        board_begin_word(&search->board, word, search->ask.arena);
        for (size_t i = 0; i < search->language_count; i++) {
            if (!search_same(search, word, i))
                return false;
        }
        (void)board_take_word(&search->board, word);
        board_rank_any(&best, &count, 1, &search->board);
    }
    return true;
}

bool search_near(struct search_list *out, struct search *search, struct arena *arena)
{
    struct ranked near[NEAR_DOCS];
    struct topics topics = { 0 };
    size_t count = 0;
    board_rank_any(near, &count, NEAR_DOCS, &search->board);
    for (size_t i = 0; i < search->word_count && count == 0; i++) {
        if (!shorten(search, i))
            return false;
        board_rank_any(near, &count, NEAR_DOCS, &search->board);
    }
    for (size_t i = 0; i < count && topics.count < NEAR_TOPICS; i++) {
        if (!add_topic(&topics, search, near[i].doc, arena))
            return false;
    }
    out->near_topics = (const char *const *)topics.at;
    out->near_topic_count = topics.count;
    return true;
}
