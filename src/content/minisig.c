#include "content/minisig.h"

#include <assert.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

static_assert(MINISIG_KEY_BYTES == crypto_sign_PUBLICKEYBYTES, "minisign's keys are Ed25519");
static_assert(MINISIG_BYTES == crypto_sign_BYTES, "minisign's signatures are Ed25519");
static_assert(MINISIG_HASH_BYTES == crypto_generichash_BYTES_MAX, "minisign hashes with BLAKE2b-512");
static_assert(sizeof(struct minisig_hash) == sizeof(crypto_generichash_state), "the state fits");

/* Strict: no white space inside, no bits left over, so no two texts mean the same bytes. */
static bool decode(unsigned char *out, size_t size, struct str base64)
{
    size_t got = 0;
    const char *end = NULL;
    return sodium_base642bin(out, size, base64.at, base64.len, NULL, &got, &end, sodium_base64_VARIANT_ORIGINAL) == 0 &&
           got == size && end == base64.at + base64.len;
}

const char *minisig_id_text(const unsigned char id[static MINISIG_ID_BYTES], char out[static MINISIG_ID_TEXT])
{
    uint64_t number = 0;
    for (size_t i = MINISIG_ID_BYTES; i-- > 0;)
        number = number << 8 | id[i];
    snprintf(out, MINISIG_ID_TEXT, "%016" PRIX64, number);
    return out;
}

bool minisig_trust_add(struct minisig_trust *trust, struct str base64, struct err *err)
{
    unsigned char bytes[2 + MINISIG_ID_BYTES + MINISIG_KEY_BYTES];
    if (!decode(bytes, sizeof(bytes), base64) || memcmp(bytes, MINISIG_KEY_KIND, 2) != 0)
        return err_set(err, ERR_FORMAT, "\"%.*s\" is no public key; it begins with RW and has 56 letters",
                       (int)(base64.len < 60 ? base64.len : 60), base64.len > 0 ? base64.at : "");
    if (trust->count == MINISIG_KEYS_MAX)
        return err_set(err, ERR_FORMAT, "there are more than %d public keys", MINISIG_KEYS_MAX);
    struct minisig_key *key = &trust->at[trust->count++];
    memcpy(key->id, bytes + 2, MINISIG_ID_BYTES);
    memcpy(key->key, bytes + 2 + MINISIG_ID_BYTES, MINISIG_KEY_BYTES);
    return true;
}

bool minisig_trust_read(struct minisig_trust *trust, struct str text, const char *file, struct err *err)
{
    struct minisig_trust read = *trust;
    struct err why = { 0 };
    for (long row = 1; text.len > 0; row++) {
        struct str line = str_trim(str_cut(text, '\n', &text));
        if (line.len == 0 || str_starts(line, STR("untrusted comment:")))
            continue;
        if (!minisig_trust_add(&read, line, &why))
            return err_at(err, ERR_FORMAT, file, row, "%s", why.detail);
    }
    if (read.count == trust->count)
        return err_at(err, ERR_FORMAT, file, 0,
                      "holds no public key; name the file that 'maison-pack keygen' has made");
    *trust = read;
    return true;
}

/* One line without its end, which may be CRLF; what a line needs before its content. */
static bool take_line(struct str *text, struct str prefix, struct str *out)
{
    struct str line = str_cut(*text, '\n', text);
    if (line.len > 0 && line.at[line.len - 1] == '\r')
        line.len--;
    if (!str_starts(line, prefix))
        return false;
    *out = (struct str){ line.at + prefix.len, line.len - prefix.len };
    return true;
}

struct lines {
    struct str untrusted, signature, comment, of_comment;
};

static bool take_lines(struct lines *out, struct str text)
{
    return take_line(&text, STR(MINISIG_UNTRUSTED), &out->untrusted) && take_line(&text, STR(""), &out->signature) &&
           take_line(&text, STR(MINISIG_TRUSTED), &out->comment) && take_line(&text, STR(""), &out->of_comment) &&
           text.len == 0 && out->comment.len <= MINISIG_COMMENT_MAX &&
           memchr(out->comment.at, '\0', out->comment.len) == NULL;
}

bool minisig_parse(struct minisig *out, struct str text, const char *file, struct err *err)
{
    static const char none[] = "is no signature of minisign's kind; sign the pack again";
    unsigned char bytes[2 + MINISIG_ID_BYTES + MINISIG_BYTES];
    struct lines lines;
    struct minisig read = { 0 };
    if (text.len == 0 || !take_lines(&lines, text) || !decode(bytes, sizeof(bytes), lines.signature) ||
        !decode(read.of_comment, sizeof(read.of_comment), lines.of_comment))
        return err_at(err, ERR_FORMAT, file, 0, "%s", none);
    if (memcmp(bytes, MINISIG_KEY_KIND, 2) == 0)
        return err_at(err, ERR_REFUSED, file, 0,
                      "is a signature of minisign's old kind, which is not accepted; sign with 'maison-pack sign'");
    if (memcmp(bytes, MINISIG_HASHED_KIND, 2) != 0)
        return err_at(err, ERR_FORMAT, file, 0, "%s", none);
    memcpy(read.key_id, bytes + 2, MINISIG_ID_BYTES);
    memcpy(read.of_hash, bytes + 2 + MINISIG_ID_BYTES, MINISIG_BYTES);
    memcpy(read.comment, lines.comment.at, lines.comment.len);
    *out = read;
    return true;
}

static const struct minisig_key *find_key(const struct minisig *signature, const struct minisig_trust *trust,
                                          const char *file, struct err *err)
{
    char id[MINISIG_ID_TEXT];
    for (size_t i = 0; i < trust->count; i++) {
        if (memcmp(trust->at[i].id, signature->key_id, MINISIG_ID_BYTES) == 0)
            return &trust->at[i];
    }
    err_at(err, ERR_REFUSED, file, 0,
           "is signed with the key %s, which is not trusted here; ask who sent it, or give their public key",
           minisig_id_text(signature->key_id, id));
    return NULL;
}

bool minisig_check_comment(const struct minisig *signature, const struct minisig_trust *trust, const char *file,
                           struct err *err)
{
    unsigned char signed_bytes[MINISIG_BYTES + MINISIG_COMMENT_MAX];
    size_t length = strlen(signature->comment);
    const struct minisig_key *key = find_key(signature, trust, file, err);
    if (!key)
        return false;
    memcpy(signed_bytes, signature->of_hash, MINISIG_BYTES);
    memcpy(signed_bytes + MINISIG_BYTES, signature->comment, length);
    if (sodium_init() < 0 ||
        crypto_sign_verify_detached(signature->of_comment, signed_bytes, MINISIG_BYTES + length, key->key) != 0)
        return err_at(err, ERR_REFUSED, file, 0, "was changed after it was signed; get the signature again");
    return true;
}

bool minisig_check_hash(const struct minisig *signature, const struct minisig_trust *trust,
                        const unsigned char hash[static MINISIG_HASH_BYTES], const char *file, struct err *err)
{
    const struct minisig_key *key = find_key(signature, trust, file, err);
    if (!key)
        return false;
    if (sodium_init() < 0 || crypto_sign_verify_detached(signature->of_hash, hash, MINISIG_HASH_BYTES, key->key) != 0)
        return err_at(err, ERR_REFUSED, file, 0,
                      "is not what was signed: it was changed or damaged on its way; get it again");
    return true;
}

static crypto_generichash_state *state_of(struct minisig_hash *hash)
{
    return (crypto_generichash_state *)(void *)hash->state;
}

/* None of the three can fail with these sizes. */
void minisig_hash_begin(struct minisig_hash *hash)
{
    int ready = sodium_init(); /* without it only slower */
    (void)ready;
    (void)crypto_generichash_init(state_of(hash), NULL, 0, MINISIG_HASH_BYTES);
}

void minisig_hash_add(struct minisig_hash *hash, const void *bytes, size_t len)
{
    if (len > 0)
        (void)crypto_generichash_update(state_of(hash), bytes, len);
}

void minisig_hash_end(struct minisig_hash *hash, unsigned char out[static MINISIG_HASH_BYTES])
{
    (void)crypto_generichash_final(state_of(hash), out, MINISIG_HASH_BYTES);
}
