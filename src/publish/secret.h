/* Secret keys in minisign's file format, with a password or without one. Whatever is secret is overwritten as soon as
 * it is no longer needed; nothing secret is ever in an arena. */
#ifndef MAISON_PUBLISH_SECRET_H
#define MAISON_PUBLISH_SECRET_H

#include "content/minisig.h"

#define SECRET_BYTES 64
#define SECRET_PASSWORD_MAX 1024 /* bytes with the end, as in minisign */

struct secret_key {
    unsigned char id[MINISIG_ID_BYTES];
    unsigned char secret[SECRET_BYTES]; /* its second half is the public key */
};

/* A key at random. */
MUST_USE bool secret_make(struct secret_key *out, struct err *err);
void secret_wipe(struct secret_key *key); /* for CLEANUP too */

/* How hard it is to try passwords (scrypt): operations, and bytes of memory. */
struct secret_cost {
    uint64_t operations;
    uint64_t memory;
};

/* What minisign takes: a gigabyte, and some seconds. */
struct secret_cost secret_cost_usual(void);

/* Writes a new file that only its owner can read; ERR_IO when there is one already. `password` NULL: none, and whoever
 * has the file can sign. Where there is too little memory for the cost, less is taken, as minisign does. */
MUST_USE bool secret_write(const struct secret_key *key, const char *password, struct secret_cost cost,
                           const char *path, struct err *err);

/* Asked only when the file needs a password: fills `out`, terminated, or fails. */
struct secret_asker {
    bool (*ask)(void *data, char out[static SECRET_PASSWORD_MAX], struct err *err);
    void *data;
};

/* ERR_MISSING, ERR_IO, ERR_FORMAT when it is no secret key, ERR_REFUSED for a wrong password. */
MUST_USE bool secret_read(struct secret_key *out, const char *path, const struct secret_asker *asker, struct err *err);

/* The public half as a public key file; ERR_IO when there is one already. */
MUST_USE bool secret_write_public(const struct secret_key *key, const char *path, struct err *err);

#endif
