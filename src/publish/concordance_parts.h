/* What the parts of storing a concordance share. Internal to publish/concordance*.c and lexicon_write.c. */
#ifndef MAISON_PUBLISH_CONCORDANCE_PARTS_H
#define MAISON_PUBLISH_CONCORDANCE_PARTS_H

#include "content/lexicon.h"
#include "publish/bytes.h"
#include "publish/concordance.h"
#include "publish/insert.h"
#include "publish/map.h"
#include "text/fold.h"

struct entry {
    const char *text;
    struct bytes posting;
    size_t docs;             /* in the posting */
    uint32_t stored;         /* the posting's last document */
    struct posting_doc last; /* which is not in it yet, because more may be found there; doc 0: none */
    uint32_t number;         /* in the lexicon, once that is sorted */
};

/* Words of a text, by their places in the list of entries. */
struct words {
    uint32_t *at;
    size_t count;
};

struct concordance {
    int64_t language;
    const char *tag;
    struct fold *fold;
    struct arena arena;   /* all that stays */
    struct arena folding; /* what one text needs */
    struct map words;     /* of entries by their texts */
    struct {
        struct entry *at;
        size_t count;
    } entries;
    struct {
        struct words *at;
        size_t count;
    } kept;
};

/* A form on its way into a lexicon, with the words (by their numbers, sorted) that are written so. */
struct form {
    const char *text;
    const uint32_t *words;
    size_t word_count;
};

struct form_list {
    struct form *at;
    size_t count;
};

/* The forms must be sorted by their bytes, each once. */
MUST_USE bool lexicon_write(struct sqlite3 *db, int64_t language, enum lexicon_kind kind, const struct form_list *forms,
                            struct err *err);

/* Postings for beginnings that very many documents share; `entries` by their numbers. */
MUST_USE bool lexicon_write_starts(struct sqlite3 *db, int64_t language, enum lexicon_kind kind,
                                   const struct form_list *forms, struct entry *const *entries, uint32_t docs,
                                   struct err *err);

/* How words of other scripts are written in Latin letters, and the consonants of that. In the concordance's arena. */
MUST_USE bool latin_forms(struct form_list *latin, struct form_list *skeletons, struct concordance *concordance,
                          struct entry *const *entries, struct err *err);

#endif
