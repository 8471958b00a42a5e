/* Public keys and signatures in minisign's format (https://jedisct1.github.io/minisign/), of its two kinds only the
 * prehashed one: Ed25519 over the BLAKE2b-512 of the file, then over that signature and the trusted comment. Nothing in
 * the comment is to be believed before minisig_check_comment, nothing in the file before minisig_check_hash. */
#ifndef MAISON_CONTENT_MINISIG_H
#define MAISON_CONTENT_MINISIG_H

#include "base/err.h"
#include "base/str.h"

#define MINISIG_SUFFIX ".minisig"
#define MINISIG_FILE_MAX 4096   /* bytes of a signature or public key file */
#define MINISIG_COMMENT_MAX 768 /* bytes of the trusted comment */
#define MINISIG_KEYS_MAX 8
#define MINISIG_ID_BYTES 8
#define MINISIG_KEY_BYTES 32
#define MINISIG_BYTES 64
#define MINISIG_HASH_BYTES 64

/* What begins the first and the third line, and how a key's and a signature's bytes begin. */
#define MINISIG_UNTRUSTED "untrusted comment: "
#define MINISIG_TRUSTED "trusted comment: "
#define MINISIG_KEY_KIND "Ed"
#define MINISIG_HASHED_KIND "ED"

struct minisig_key {
    unsigned char id[MINISIG_ID_BYTES];
    unsigned char key[MINISIG_KEY_BYTES];
};

/* The keys that are trusted. Zeroed: none. */
struct minisig_trust {
    struct minisig_key at[MINISIG_KEYS_MAX];
    size_t count;
};

/* One key as minisign prints it, "RWQ…" (56 letters). ERR_FORMAT, also for more than MINISIG_KEYS_MAX. */
MUST_USE bool minisig_trust_add(struct minisig_trust *trust, struct str base64, struct err *err);

/* A public key file, or several of them in one: every line that is not an untrusted comment is a key. */
MUST_USE bool minisig_trust_read(struct minisig_trust *trust, struct str text, const char *file, struct err *err);

struct minisig {
    unsigned char key_id[MINISIG_ID_BYTES];
    unsigned char of_hash[MINISIG_BYTES];
    unsigned char of_comment[MINISIG_BYTES];
    char comment[MINISIG_COMMENT_MAX + 1];
};

/* Reads a .minisig file. ERR_FORMAT when it is none, ERR_REFUSED when it is of minisign's legacy kind. */
MUST_USE bool minisig_parse(struct minisig *out, struct str text, const char *file, struct err *err);

/* The comment was signed with a trusted key, else ERR_REFUSED. */
MUST_USE bool minisig_check_comment(const struct minisig *signature, const struct minisig_trust *trust,
                                    const char *file, struct err *err);

/* The file with this hash was signed with a trusted key, else ERR_REFUSED. `file` is the signed one, for messages. */
MUST_USE bool minisig_check_hash(const struct minisig *signature, const struct minisig_trust *trust,
                                 const unsigned char hash[static MINISIG_HASH_BYTES], const char *file,
                                 struct err *err);

/* Hashing in pieces: begin, add as often as needed, end. Plain memory: a copy goes on by itself. */
struct minisig_hash {
    _Alignas(64) unsigned char state[384];
};
void minisig_hash_begin(struct minisig_hash *hash);
void minisig_hash_add(struct minisig_hash *hash, const void *bytes, size_t len);
void minisig_hash_end(struct minisig_hash *hash, unsigned char out[static MINISIG_HASH_BYTES]);

/* An open file of exactly `size` bytes, read from where it stands; ERR_REFUSED when it has more or fewer. */
MUST_USE bool minisig_hash_file(unsigned char out[static MINISIG_HASH_BYTES], int fd, int64_t size, const char *file,
                                struct err *err);

/* The key's name as minisign writes it: sixteen hexadecimal digits. Returns `out`. */
#define MINISIG_ID_TEXT 17
const char *minisig_id_text(const unsigned char id[static MINISIG_ID_BYTES], char out[static MINISIG_ID_TEXT]);

#endif
