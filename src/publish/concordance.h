/* The words of one language, collected while a pack is built: which documents have each, and how it is written in Latin
 * letters. Stored as content/lexicon.h and content/posting.h describe. */
#ifndef MAISON_PUBLISH_CONCORDANCE_H
#define MAISON_PUBLISH_CONCORDANCE_H

#include "base/err.h"
#include "base/str.h"
#include "content/posting.h"

struct concordance;
struct sqlite3;

/* `language` is language.seq, `tag` its BCP 47 tag. ERR_FORMAT when ICU lacks its data. */
MUST_USE bool concordance_new(struct concordance **out, int64_t language, const char *tag, struct err *err);
void concordance_free(struct concordance *concordance); /* accepts NULL */

/* Adds the words of a text. Documents come in their order, within one its name first, then its topics, then the rest.
 */
void concordance_add(struct concordance *concordance, struct str text, uint32_t doc, enum posting_part part);

/* A text that many documents share, such as the name of their topic: its words are cut once. Texts are numbered from 0
 * in the order in which they are kept. */
size_t concordance_keep(struct concordance *concordance, struct str text);
void concordance_keep_more(struct concordance *concordance, size_t kept, struct str text);
void concordance_add_kept(struct concordance *concordance, size_t kept, uint32_t doc, enum posting_part part);

/* Writes search_block and search_posting. `docs` is the number of documents. */
MUST_USE bool concordance_store(struct concordance *concordance, struct sqlite3 *db, uint32_t docs, struct err *err);

#endif
