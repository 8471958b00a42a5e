#include "content/connection.h"
#include "content/search_parts.h"

#include <assert.h>
#include <string.h>

/* The cost of one word: closeness above all, then a fallback language, then the part, then a mere beginning. The sum
 * over SEARCH_WORDS_MAX words stays far below COST_NONE. */
#define COST_CLOSENESS 128
#define COST_FALLBACK 16
#define COST_PART 2
#define COST_START 1
#define COST_DEFERRED 32768
static_assert(SEARCH_WORDS_MAX * COST_CLOSENESS * (CLOSE_LAST + 1) < COST_DEFERRED, "a sum of costs must fit below");
static_assert(COST_PART * POSTING_PART_COUNT + COST_START < COST_FALLBACK, "the costs of parts must fit below");

static uint16_t cost_of(struct price price, enum posting_part part)
{
    return (uint16_t)(COST_CLOSENESS * (int)price.closeness + (price.is_fallback ? COST_FALLBACK : 0) +
                      COST_PART * ((int)part + 1) + (price.is_start ? COST_START : 0));
}

struct find board_find(uint16_t cost)
{
    int closeness = cost / COST_CLOSENESS, part = (cost % COST_CLOSENESS % COST_FALLBACK) / COST_PART - 1;
    return (struct find){ .closeness = closeness > CLOSE_LAST ? CLOSE_LAST : (enum closeness)closeness,
                          .part = part < 0 ? POSTING_NAME : (enum posting_part)part };
}

void board_defer(struct board *board, uint32_t doc)
{
    if (board->sum[doc] != COST_NONE)
        board->sum[doc] = (uint16_t)(board->sum[doc] + COST_DEFERRED);
}

void board_drop(struct board *board, uint32_t doc)
{
    board->sum[doc] = COST_NONE;
}

bool board_init(struct search *search)
{
    static const char sql[] = "SELECT max(rowid) FROM search_doc";
    struct pack *pack = search->ask.query->pack;
    struct board *board = &search->board;
    int64_t docs = 0;
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    if (statement_row(&row))
        docs = statement_int(&row, 0);
    if (!statement_ok(&row, search->ask.err))
        return false;
    if (docs < 0 || docs > BOARD_DOCS_MAX)
        return connection_failed(pack->path, SQLITE_CORRUPT, search->ask.err);
    *board = (struct board){ .docs = (uint32_t)docs };
    size_t room = (size_t)docs + 1;
    board->sum = ARENA_ARRAY(search->ask.arena, uint16_t, room);
    board->any = ARENA_ARRAY(search->ask.arena, uint16_t, room);
    board->whole = arena_alloc(search->ask.arena, room);
    board_clear(board);
    return true;
}

void board_clear(struct board *board)
{
    size_t room = (size_t)board->docs + 1;
    memset(board->sum, 0, room * sizeof(*board->sum));
    memset(board->any, 0xFF, room * sizeof(*board->any));
    memset(board->whole, 0, room);
}

void board_begin_word(struct board *board, size_t word, struct arena *arena)
{
    if (!board->words[word])
        board->words[word] = ARENA_ARRAY(arena, uint16_t, (size_t)board->docs + 1);
    board->word = board->words[word];
    memset(board->word, 0xFF, ((size_t)board->docs + 1) * sizeof(*board->word));
}

/* Two loops, each over numbers of one size, so that the compiler can take many documents at once. */
bool board_take_word(struct board *board, size_t word)
{
    uint16_t *sum = board->sum, *any = board->any;
    const uint16_t *costs = board->word;
    uint8_t *whole = board->whole, number = (uint8_t)(word + 1);
    uint16_t left = 0;
    for (size_t doc = 0; doc <= board->docs; doc++) {
        uint16_t cost = costs[doc];
        uint16_t total = (uint16_t)(sum[doc] + cost);
        total = cost == COST_NONE || sum[doc] == COST_NONE ? COST_NONE : total;
        sum[doc] = total;
        any[doc] = cost < any[doc] ? cost : any[doc];
        left |= total ^ COST_NONE;
    }
    for (size_t doc = 0; doc <= board->docs; doc++)
        whole[doc] = whole[doc] == number ? number : 0;
    return left != 0;
}

void board_forget_sums(struct board *board)
{
    memset(board->sum, 0, ((size_t)board->docs + 1) * sizeof(*board->sum));
}

/* A posting is data from a file: nothing in it may lead beyond the board. */
static bool read_posting(struct board *board, struct str bytes, struct price price)
{
    uint16_t costs[POSTING_PART_COUNT];
    const uint8_t *at = (const uint8_t *)bytes.at;
    const uint8_t *end = at + bytes.len;
    struct posting_doc doc = { 0 };
    for (int part = 0; part < POSTING_PART_COUNT; part++)
        costs[part] = cost_of(price, (enum posting_part)part);
    while (posting_get(&doc, &at, end)) {
        if (doc.doc > board->docs)
            return false;
        uint16_t cost = costs[doc.part];
        if (cost < board->word[doc.doc])
            board->word[doc.doc] = cost;
        if (doc.name_words == price.words && !price.is_start && board->whole[doc.doc] == price.word)
            board->whole[doc.doc]++;
    }
    return at == end;
}

bool search_read_range(struct search *search, int64_t from, int64_t to, struct price price)
{
    static const char sql[] = "SELECT docs FROM search_posting WHERE id >= ?1 AND id < ?2";
    struct pack *pack = search->ask.query->pack;
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    statement_bind_int(&row, 1, from);
    statement_bind_int(&row, 2, to);
    while (statement_row(&row)) {
        struct str bytes = statement_bytes(&row, 0);
        search->postings += bytes.len;
        if (bytes.len > 0 && !read_posting(&search->board, bytes, price))
            return connection_failed(pack->path, SQLITE_CORRUPT, search->ask.err);
    }
    return statement_ok(&row, search->ask.err);
}

bool search_read(struct search *search, int64_t id, struct price price)
{
    return search_read_range(search, id, id + 1, price);
}

/* Keeps the list sorted by cost; documents come in their order, so an equal one goes behind. */
static void rank_one(struct ranked *out, size_t *count, size_t room, struct ranked one)
{
    if (*count == room && (room == 0 || out[room - 1].cost <= one.cost))
        return;
    size_t at = *count < room ? (*count)++ : room - 1;
    for (; at > 0 && out[at - 1].cost > one.cost; at--)
        out[at] = out[at - 1];
    out[at] = one;
}

size_t board_rank(struct ranked *out, size_t *count, size_t room, const struct board *board, size_t words)
{
    size_t total = 0;
    *count = 0;
    for (uint32_t doc = 1; doc <= board->docs; doc++) {
        uint16_t cost = board->sum[doc];
        if (cost == COST_NONE)
            continue;
        total++;
        if (board->whole[doc] == words)
            cost = (uint16_t)(cost - COST_PART * words);
        rank_one(out, count, room, (struct ranked){ doc, cost });
    }
    return total;
}

void board_rank_any(struct ranked *out, size_t *count, size_t room, const struct board *board)
{
    *count = 0;
    for (uint32_t doc = 1; doc <= board->docs; doc++) {
        if (board->any[doc] != COST_NONE)
            rank_one(out, count, room, (struct ranked){ doc, board->any[doc] });
    }
}
