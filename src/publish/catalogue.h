/* Translation catalogues: po/pack.pot from everything that is translated, and po/LANG.po brought up to it. */
#ifndef MAISON_PUBLISH_CATALOGUE_H
#define MAISON_PUBLISH_CATALOGUE_H

#include "publish/texts.h"

#define CATALOGUE_TEMPLATE "po/pack.pot"

/* Writes po/pack.pot. The same texts give the same bytes: its date is the manifest's `created`. */
MUST_USE bool catalogue_write_template(const struct source *source, const struct pack_texts *texts, struct err *err);

/* Merges po/pack.pot into po/LANG.po with msgmerge, making the file first if there is none. */
MUST_USE bool catalogue_merge(const struct source *source, const char *lang, struct err *err);

/* How much of the pack a catalogue covers. */
struct coverage {
    size_t current;
    size_t stale;
    size_t missing;
};

struct coverage catalogue_coverage(const struct translations *translations, const struct pack_texts *texts);

#endif
