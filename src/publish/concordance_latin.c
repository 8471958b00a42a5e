#include "base/list.h"
#include "publish/concordance_parts.h"
#include "text/latin.h"
#include "text/skeleton.h"

#include <stdlib.h>
#include <string.h>

/* A word as it is written in one way. */
struct spelling {
    const char *text;
    uint32_t word;
};

struct spellings {
    struct spelling *at;
    size_t count;
};

static int by_text_and_word(const void *left, const void *right)
{
    const struct spelling *a = left;
    const struct spelling *b = right;
    int order = strcmp(a->text, b->text);
    return order ? order : (a->word > b->word) - (a->word < b->word);
}

/* All words that are written alike become one form. */
static struct form_list joined(struct spellings *spellings, struct arena *arena)
{
    struct form_list forms = { ARENA_ARRAY(arena, struct form, spellings->count + 1), 0 };
    uint32_t *words = ARENA_ARRAY(arena, uint32_t, spellings->count + 1);
    if (spellings->count > 0)
        qsort(spellings->at, spellings->count, sizeof(*spellings->at), by_text_and_word);
    for (size_t i = 0; i < spellings->count; i++) {
        const struct spelling *one = &spellings->at[i];
        words[i] = one->word;
        if (i == 0 || strcmp(spellings->at[i - 1].text, one->text) != 0)
            forms.at[forms.count++] = (struct form){ one->text, &words[i], 0 };
        forms.at[forms.count - 1].word_count++;
    }
    return forms;
}

static void add(struct spellings *out, struct arena *arena, const char *text, uint32_t word)
{
    size_t length = strlen(text);
    if (length > 0 && length <= LEXICON_FORM_MAX)
        *LIST_ADD(arena, *out) = (struct spelling){ text, word };
}

static bool has_other_letters(const char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80)
            return true;
    }
    return false;
}

struct both {
    struct spellings latin, skeletons;
};

/* Readings of Han characters have their vowels and are typed in full or by their first letters. */
static void add_both(struct both *out, struct concordance *concordance, struct latin *rules, const struct entry *entry)
{
    struct arena *arena = &concordance->arena;
    const char *initials;
    const char *text = latin_of(rules, str_of(entry->text), &initials, &concordance->folding);
    text = arena_strdup(arena, text);
    add(&out->latin, arena, text, entry->number);
    if (initials[0])
        add(&out->skeletons, arena, arena_strdup(arena, initials), entry->number);
    else if (skeleton_is_latin(str_of(text)) && !fold_is_han(entry->text))
        add(&out->skeletons, arena, skeleton_of(str_of(text), arena), entry->number);
    arena_reset(&concordance->folding);
}

bool latin_forms(struct form_list *latin, struct form_list *skeletons, struct concordance *concordance,
                 struct entry *const *entries, struct err *err)
{
    CLEANUP(latin_closep) struct latin *rules = NULL;
    struct both both = { 0 };
    for (size_t i = 0; i < concordance->entries.count && entries[i]; i++) {
        if (!has_other_letters(entries[i]->text))
            continue;
        if (!rules && !latin_open(&rules, concordance->tag, err))
            return false;
        add_both(&both, concordance, rules, entries[i]);
    }
    *latin = joined(&both.latin, &concordance->arena);
    *skeletons = joined(&both.skeletons, &concordance->arena);
    return true;
}
