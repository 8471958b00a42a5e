/* What a reader sees of one record, as a list of values. Internal to the comparison. */
#ifndef MAISON_CONTENT_DIFF_FACTS_H
#define MAISON_CONTENT_DIFF_FACTS_H

#include "content/diff_kinds.h"

struct diff_fact {
    const char *field;
    const char *lang;
    const char *value;
    int64_t state; /* enum text_state, -1 for what is no text; of several texts the worst */
    bool matched;
};

struct diff_facts {
    struct diff_fact *at;
    size_t count;
};

/* All that the pack shows of the record, in the arena. */
MUST_USE bool diff_facts_read(struct diff_facts *out, struct pack *pack, const struct diff_kind_row *kind,
                              const char *id, struct arena *arena, struct err *err);

/* The fact of that field and language, or NULL. `*hint` says where to look first and is moved behind what was found, so
 * that lists in the same order are walked in step. */
struct diff_fact *diff_facts_find(struct diff_facts *facts, const struct diff_fact *wanted, size_t *hint);

#endif
