/* Every text of a pack that people read in their own language, in one list: what catalogues are made of, what a check
 * compares and what the build writes. */
#ifndef MAISON_PUBLISH_TEXTS_H
#define MAISON_PUBLISH_TEXTS_H

#include "publish/source.h"

struct pack_text {
    const char *owner;   /* TABLE/ID */
    const char *field;   /* column; body/001, body/002, … for a page's blocks */
    const char *context; /* msgctxt: OWNER/FIELD, without the block's number */
    const char *value;   /* in the source language, never "" */
    const char *note;    /* for translators: what it is and where it shows */
    struct spot where;
};

/* By table, then as in the files. Texts of rows that are not shown are left out. */
struct pack_texts {
    struct pack_text *at;
    size_t count;
};

void texts_list(struct pack_texts *out, const struct source *source);

#endif
