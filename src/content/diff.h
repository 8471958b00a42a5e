/* What a reader would see change between two packs of a city: services that are new or gone, hours, phone numbers,
 * addresses, texts in each language, pages, notices and so on. What nobody sees (search words, the order of rows in a
 * file) is no change. Both packs are only read.
 *
 * Nothing is kept but the record that is being compared, so packs of any size can be compared. */
#ifndef MAISON_CONTENT_DIFF_H
#define MAISON_CONTENT_DIFF_H

#include "content/pack.h"

/* In the order in which they are told. */
enum diff_kind {
    DIFF_PACK, /* the pack as a whole: city, languages, how far its translations can be trusted */
    DIFF_NOTICE,
    DIFF_EMERGENCY,
    DIFF_TOPIC,
    DIFF_PAGE,
    DIFF_SERVICE,
    DIFF_STEP,
    DIFF_PHRASE,
    DIFF_ANSWER,
    DIFF_CLOSURE, /* for all services; what concerns one service is told with it */
    DIFF_KIOSK,
    DIFF_KIND_COUNT
};

enum diff_change { DIFF_ADDED, DIFF_REMOVED, DIFF_CHANGED, DIFF_CHANGE_COUNT };

/* One thing that has changed. Strings are borrowed until the callback returns. */
struct diff_item {
    enum diff_kind kind;
    enum diff_change change;
    const char *id;     /* the record's; "" when the whole list is meant (field "order") */
    const char *name;   /* the record's in the source language, as it is after the change; its id when it has none */
    const char *field;  /* what of it has changed, a stable word such as "hours"; NULL when it is added or removed */
    const char *lang;   /* in which language, "" when the same in all; NULL as `field` */
    const char *before; /* NULL: was not there */
    const char *after;  /* NULL: is gone */
};

/* Fields of the pack whose `after` is how many of a language's texts have come into this state. */
#define DIFF_TEXTS_CHECKED "now-checked"
#define DIFF_TEXTS_UNCHECKED "now-not-checked"
#define DIFF_TEXTS_OUT_OF_DATE "now-out-of-date"

/* False stops the comparison. */
typedef bool diff_fn(void *data, const struct diff_item *item);

/* Records, not single changes: one that has changed in several ways counts once. */
struct diff_counts {
    size_t of[DIFF_KIND_COUNT][DIFF_CHANGE_COUNT];
};

/* Tells `see` of each change, by kind, in the order of `after`; of each kind, what is gone comes last. `see` may be
 * NULL, for the counts alone; when it stops the comparison, the counts go up to there. False fills *err: one of the
 * packs is damaged. */
MUST_USE bool diff_packs(struct diff_counts *out, struct pack *before, struct pack *after, diff_fn *see, void *data,
                         struct err *err);

/* Stable words: "service", "added". */
const char *diff_kind_id(enum diff_kind kind);
const char *diff_change_id(enum diff_change change);

#endif
