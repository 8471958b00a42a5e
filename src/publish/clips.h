/* Recorded clips of a pack folder: media/LANG/TABLE/ID/FIELD.opus, beside each the words that it speaks in FIELD.txt.
 * A page's block has body/NNN for its field. The table `interface` holds sentences of the kiosk itself. */
#ifndef MAISON_PUBLISH_CLIPS_H
#define MAISON_PUBLISH_CLIPS_H

#include "publish/source.h"

struct clip {
    const char *lang;
    const char *file; /* in the pack folder */
    const char *text; /* the words that it speaks */
    struct str opus;
};

struct clips {
    struct clip *at;
    size_t count;
};

/* Those that can go into the pack, by folder and name. What is wrong with the others goes to `findings` (may be NULL):
 * no Ogg Opus, no words, a language or record that the pack does not have, words that the text no longer has. */
void clips_list(struct clips *out, const struct source *source, struct findings *findings);

#endif
