/* What a reader sees of each kind of record, as SQL. Internal to the comparison. */
#ifndef MAISON_CONTENT_DIFF_KINDS_H
#define MAISON_CONTENT_DIFF_KINDS_H

#include "content/diff.h"

#define DIFF_FACTS_MAX 15

/* Statements end with the first NULL. */
struct diff_kind_row {
    const char *id;
    const char *list;                  /* the ids, in the order in which visitors see them */
    const char *name;                  /* ?1 an id: one row if the pack has it, with its name or NULL */
    bool order_is_seen;                /* visitors see the records in the order of `list` */
    const char *facts[DIFF_FACTS_MAX]; /* ?1 an id: rows (field, lang, value, state); state -1 when not a text.
                                          Rows that follow each other with the same field and lang are one value */
};

extern const struct diff_kind_row diff_kinds[DIFF_KIND_COUNT];

#endif
