/* The pieces that the store and installing are made of. Internal to content. `store` is the store's open folder and
 * `path` its name, for messages and for those who take paths only. */
#ifndef MAISON_CONTENT_STORE_PARTS_H
#define MAISON_CONTENT_STORE_PARTS_H

#include "content/store.h"

#define STORE_PACKS "packs"
#define STORE_STAGING "staging"
#define STORE_PACK "city.pack"
#define STORE_SIGNATURE STORE_PACK MINISIG_SUFFIX

/* store_folder.c */

/* Opens the store; `make` makes it when it is not there. */
MUST_USE bool store_folder_open(int *out, const char *path, bool make, struct err *err);

/* Only one at a time changes the store. Waits some seconds for another one, then ERR_IO. Closing `store` unlocks too.
 */
MUST_USE bool store_lock(int store, const char *path, struct err *err);
void store_unlock(int store);

/* fsync of a folder, so that what was renamed in it stays so when the power fails. */
MUST_USE bool store_flush(int folder, const char *path, struct err *err);

/* store_slots.c */

/* The folder's name of a pack: AUDIENCE-SEQUENCE. False for any other name. */
void store_name(char out[static STORE_NAME_MAX], const struct claims *claims);
bool store_name_read(char audience[static CLAIMS_AUDIENCE_MAX], int64_t *sequence, const char *name);

/* The name that a slot leads to; "" for none. */
struct store_slots {
    char names[STORE_SLOT_COUNT][STORE_NAME_MAX];
};
MUST_USE bool store_slots_read(struct store_slots *out, int store, const char *path, struct err *err);
MUST_USE bool store_slots_set(int store, enum store_slot slot, const char *name, const char *path, struct err *err);

/* store_marks.c: a sequence for each audience in a small file */
#define STORE_HIGHEST "highest"
#define STORE_ROLLED_BACK "rolled-back"
MUST_USE bool store_marks_read(int64_t *out, const char *file, const char *audience, const char *path,
                               struct err *err); /* 0: none */
/* `sequence` 0 takes the line away. */
MUST_USE bool store_marks_write(int store, const char *file, const char *audience, int64_t sequence, const char *path,
                                struct err *err);

/* The highest sequence that the file or a slot knows of. */
MUST_USE bool store_highest(int64_t *out, const struct store_slots *slots, const char *audience, const char *path,
                            struct err *err);

/* store_clean.c: removes what died installs and replaced packs have left. The store must be locked. */
void store_clean(int store, const char *path);

/* store_verify.c */

/* What lies under packs/NAME, with its signature read and believed. */
struct stored {
    char pack[4096]; /* its path */
    unsigned char hash[MINISIG_HASH_BYTES];
    struct claims claims;
    struct minisig signature;
};

/* Reads the signature, verifies the pack by it from end to end, and holds it against the rules that hold for what is
 * shown: audience and version of the program. */
MUST_USE bool stored_verify(struct stored *out, int store, const char *name, const struct store_rules *rules,
                            const char *path, struct err *err);

/* As stored_verify, then opens the pack and holds it against its claims. */
MUST_USE bool stored_open(struct pack **out, struct stored *stored, int store, const char *name,
                          const struct store_rules *rules, const char *path, struct err *err);

/* Audience and version of the program. */
MUST_USE bool store_rules_check(const struct store_rules *rules, const struct claims *claims, const char *file,
                                struct err *err);

/* Opens a pack file and holds it against what its signature says. */
MUST_USE bool store_open_claimed(struct pack **out, const char *pack, const struct claims *claims, struct err *err);

#endif
