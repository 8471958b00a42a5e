/* One language's catalogue, po/LANG.po, read with libgettextpo: what has been translated from which text. */
#ifndef MAISON_PUBLISH_TRANSLATIONS_H
#define MAISON_PUBLISH_TRANSLATIONS_H

#include "publish/finding.h"
#include "publish/map.h"

struct translation {
    const char *context; /* msgctxt */
    const char *source;  /* msgid */
    const char *text;    /* msgstr, "" when not translated */
    bool fuzzy;          /* made for another source text */
    bool borrowed;       /* and that text was another record's: msgmerge's guess, not a translation */
    long line;
    size_t next; /* 1 + the next with the same context, 0 for none */
};

struct translations {
    const char *lang;
    const char *file; /* in the pack folder */
    bool checked;     /* the header says that a speaker of the language has read it */
    struct translation *at;
    size_t count;
    struct map contexts; /* the first with that context */
};

/* Reads `path`, whose bytes are known to be UTF-8 text; what is wrong is a finding under out->file. */
void translations_read(struct translations *out, struct findings *findings, const char *path, struct str bytes);

enum match { MATCH_NONE, MATCH_STALE, MATCH_CURRENT };

/* Looks up the text of `context` whose source now reads `source`. *out is set unless the answer is MATCH_NONE. A
 * field's only text counts as stale when its source has changed since the catalogue was merged; of a page's blocks,
 * which share a context, only merging can tell. */
enum match translations_find(const struct translation **out, const struct translations *translations,
                             const char *context, const char *source);

#endif
