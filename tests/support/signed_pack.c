#include "support/signed_pack.h"

#include "base/file.h"
#include "publish/sign.h"
#include "support/pack_fixture.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void require(bool done, const struct err *err, const char *what)
{
    if (done)
        return;
    fprintf(stderr, "signed_pack: %s: %s: %s\n", what, err ? err->file : "", err ? err->detail : "");
    abort();
}

struct secret_key signed_pack_key(int which)
{
    struct secret_key key;
    unsigned char public[MINISIG_KEY_BYTES];
    unsigned char seed[crypto_sign_SEEDBYTES];
    require(sodium_init() >= 0, NULL, "libsodium");
    memset(seed, which + 1, sizeof(seed));
    memset(key.id, 0xA0 + which, sizeof(key.id));
    crypto_sign_seed_keypair(public, key.secret, seed);
    return key;
}

struct minisig_trust signed_pack_trust(int which)
{
    struct secret_key key = signed_pack_key(which);
    struct minisig_trust trust = { .count = 1 };
    memcpy(trust.at[0].id, key.id, sizeof(key.id));
    memcpy(trust.at[0].key, key.secret + SECRET_BYTES - MINISIG_KEY_BYTES, MINISIG_KEY_BYTES);
    return trust;
}

void signed_pack_write(const char *folder, const char *name, const char *audience, int64_t sequence,
                       const struct secret_key *key, const char *more_sql)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err = { 0 };
    struct claims claims;
    const char *path = arena_printf(&arena, "%s/%s", folder, name);
    char *made = pack_fixture_new(
        arena_printf(&arena,
                     "UPDATE meta SET value = '%s' WHERE key = 'audience'; UPDATE meta SET value = '%" PRId64
                     "' WHERE key = 'sequence';%s",
                     audience, sequence, more_sql ? more_sql : ""));
    struct str bytes; /* copied, for the folder may lie on another disk */
    require(file_read(&bytes, &arena, made, 64 << 20, &err) && file_write(path, bytes, &err), &err, "can't be copied");
    pack_fixture_remove(made);
    require(sign_pack(&claims, path, key, &err), &err, "can't be signed");
}

static const char *base64(const unsigned char *bytes, size_t count, struct arena *arena)
{
    size_t room = sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL);
    return sodium_bin2base64(arena_alloc(arena, room), room, bytes, count, sodium_base64_VARIANT_ORIGINAL);
}

const char *signed_pack_signature(const void *bytes, size_t len, const char *comment, const char *kind,
                                  const struct secret_key *key, struct arena *arena)
{
    unsigned char line[2 + MINISIG_ID_BYTES + MINISIG_BYTES], of_comment[MINISIG_BYTES], hash[MINISIG_HASH_BYTES];
    unsigned char *of_hash = line + 2 + MINISIG_ID_BYTES;
    size_t comment_len = strlen(comment);
    unsigned char *both = arena_alloc(arena, MINISIG_BYTES + comment_len);
    memcpy(line, kind, 2);
    memcpy(line + 2, key->id, MINISIG_ID_BYTES);
    crypto_generichash(hash, sizeof(hash), bytes, len, NULL, 0);
    if (strcmp(kind, "Ed") == 0)
        crypto_sign_detached(of_hash, NULL, bytes, len, key->secret);
    else
        crypto_sign_detached(of_hash, NULL, hash, sizeof(hash), key->secret);
    memcpy(both, of_hash, MINISIG_BYTES);
    memcpy(both + MINISIG_BYTES, comment, comment_len);
    crypto_sign_detached(of_comment, NULL, both, MINISIG_BYTES + comment_len, key->secret);
    return arena_printf(arena, "untrusted comment: for a test\n%s\ntrusted comment: %s\n%s\n",
                        base64(line, sizeof(line), arena), comment, base64(of_comment, sizeof(of_comment), arena));
}

void signed_pack_sign(const char *folder, const char *name, const char *comment, const char *kind,
                      const struct secret_key *key)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err err = { 0 };
    struct str bytes;
    const char *path = arena_printf(&arena, "%s/%s", folder, name);
    require(file_read(&bytes, &arena, path, 64 << 20, &err), &err, "can't be read");
    const char *text = signed_pack_signature(bytes.at, bytes.len, comment, kind, key, &arena);
    require(file_write(arena_printf(&arena, "%s" MINISIG_SUFFIX, path), str_of(text), &err), &err, "can't be written");
}
