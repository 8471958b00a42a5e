/* Words of another language in a text that should have none. In a script of its own (Arabic, Cyrillic, Ethiopic, Han …)
 * each Latin word is foreign; in Latin script each word that the language's dictionary lacks and another's has. */
#ifndef MAISON_TESTS_FOREIGN_H
#define MAISON_TESTS_FOREIGN_H

#include "base/arena.h"

struct foreign;

/* The dictionaries of hunspell are opened as they are needed. A failure ends the test. */
struct foreign *foreign_open(void);
void foreign_close(struct foreign *foreign);

/* What may stand in any language as it is: a name, a short form, a sentence to say at a desk. */
void foreign_allow(struct foreign *foreign, const char *phrase);

/* A file of such phrases, one a line; # begins a comment. */
void foreign_allow_file(struct foreign *foreign, const char *path);

/* The first foreign word in the text of language `lang`, in the arena; NULL for none. Web and mail addresses are none.
 */
const char *foreign_word(struct foreign *foreign, const char *text, const char *lang, struct arena *arena);

#endif
