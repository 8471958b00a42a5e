/* Which letters of a shown name were searched for. */
#include "base/list.h"
#include "content/connection.h"
#include "content/search_parts.h"
#include "text/fold.h"

#include <string.h>

struct marking {
    const struct search *search;
    struct str text;
    const char *lang;
    struct fold_pieces pieces;
    struct arena *arena; /* thrown away */
    struct {
        struct str_range *at;
        size_t count;
    } marks; /* as found */
};

static void mark(struct marking *marking, size_t start, size_t end)
{
    *LIST_ADD(marking->arena, marking->marks) = (struct str_range){ start, end };
}

/* The word as it was typed, or its beginning. */
static void mark_same(struct marking *marking, const struct fold_piece *piece, const struct typed_word *typed)
{
    struct str rest = str_of(piece->words);
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        if (str_eq(word, typed->text) || str_eq(fold_bare(word), fold_bare(typed->text))) {
            mark(marking, piece->start, piece->end);
        } else if (typed->is_last && (str_starts(word, typed->text) || str_starts(fold_bare(word), typed->text))) {
            struct fold *fold = marking->search->ask.query->pack->fold;
            struct str shown = { marking->text.at + piece->start, piece->end - piece->start };
            const char *start = arena_str(marking->arena, typed->text);
            bool alone = word.len == strlen(piece->words);
            size_t bytes = alone ? fold_covered(fold, marking->arena, shown, start, marking->lang) : shown.len;
            mark(marking, piece->start, piece->start + bytes);
        }
    }
}

/* A word that was found for the typed one: one piece, or several Han characters that follow each other. */
static void mark_found(struct marking *marking, size_t at, const char *found)
{
    struct str rest = str_of(found);
    size_t last = at;
    if (str_eq(fold_bare(str_of(marking->pieces.at[at].words)), rest))
        mark(marking, marking->pieces.at[at].start, marking->pieces.at[at].end);
    for (; last < marking->pieces.count; last++) {
        struct str words = str_of(marking->pieces.at[last].words);
        bool follows = last == at || marking->pieces.at[last].start == marking->pieces.at[last - 1].end;
        if (!follows || !str_starts(rest, words))
            return;
        rest = (struct str){ rest.at + words.len, rest.len - words.len };
        if (rest.len == 0)
            break;
    }
    if (rest.len == 0 && last < marking->pieces.count)
        mark(marking, marking->pieces.at[at].start, marking->pieces.at[last].end);
}

static void mark_piece(struct marking *marking, size_t at)
{
    const struct search *search = marking->search;
    for (size_t i = 0; i < search->word_count; i++) {
        const struct typed_word *typed = &search->words[i];
        mark_same(marking, &marking->pieces.at[at], typed);
        for (size_t j = 0; j < typed->found.count; j++)
            mark_found(marking, at, typed->found.at[j]);
    }
}

/* In order, and what touches or lies within another becomes one. */
static struct str_ranges joined(const struct marking *marking, struct arena *arena)
{
    struct {
        struct str_range *at;
        size_t count;
    } out = { 0 };
    size_t reached = 0;
    for (;;) {
        const struct str_range *next = NULL;
        for (size_t i = 0; i < marking->marks.count; i++) {
            const struct str_range *one = &marking->marks.at[i];
            if (one->end > reached && (!next || one->start < next->start))
                next = one;
        }
        if (!next)
            break;
        reached = next->end;
        if (out.count > 0 && next->start <= out.at[out.count - 1].end)
            out.at[out.count - 1].end = next->end;
        else
            *LIST_ADD(arena, out) = *next;
    }
    return (struct str_ranges){ out.at, out.count };
}

bool search_marks(struct str_ranges *out, const struct search *search, struct localized text, struct arena *arena)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    struct marking marking = { .search = search, .text = str_of(text.text), .lang = text.lang, .arena = &scratch };
    *out = (struct str_ranges){ 0 };
    if (!text.text || !text.lang)
        return true;
    marking.pieces = fold_pieces(search->ask.query->pack->fold, &scratch, marking.text, text.lang);
    for (size_t i = 0; i < marking.pieces.count; i++)
        mark_piece(&marking, i);
    *out = joined(&marking, arena);
    return true;
}
