#include "publish/sign.h"

#include "base/beneath.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

static bool open_file(int *out, int64_t *size, const char *path, struct err *err)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    *out = fd; /* the caller closes it in either case */
    if (fd < 0 || fstat(fd, &info) != 0)
        return err_at(err, errno == ENOENT ? ERR_MISSING : ERR_IO, path, 0, "can't be opened: %s",
                      strerrordesc_np(errno));
    if (!S_ISREG(info.st_mode))
        return err_at(err, ERR_FORMAT, path, 0, "is not a regular file");
    *size = info.st_size;
    return true;
}

static bool read_claims(struct claims *out, const char *path, int64_t size, struct err *err)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    return pack_open(&pack, path, err) && pack_check_pages(pack, err) && claims_of_pack(out, pack, size, path, err);
}

static const char *base64_of(const unsigned char *bytes, size_t count, struct arena *arena)
{
    size_t room = sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL);
    return sodium_bin2base64(arena_alloc(arena, room), room, bytes, count, sodium_base64_VARIANT_ORIGINAL);
}

static bool write_signature(const char *path, const unsigned char hash[static MINISIG_HASH_BYTES], const char *comment,
                            const struct secret_key *key, struct arena *arena, struct err *err)
{
    unsigned char bytes[2 + MINISIG_ID_BYTES + MINISIG_BYTES];
    unsigned char of_comment[MINISIG_BYTES];
    size_t length = strlen(comment);
    unsigned char *both = arena_alloc(arena, MINISIG_BYTES + length);
    memcpy(bytes, MINISIG_HASHED_KIND, 2);
    memcpy(bytes + 2, key->id, MINISIG_ID_BYTES);
    unsigned char *of_hash = bytes + 2 + MINISIG_ID_BYTES;
    (void)crypto_sign_detached(of_hash, NULL, hash, MINISIG_HASH_BYTES, key->secret);
    memcpy(both, of_hash, MINISIG_BYTES);
    memcpy(both + MINISIG_BYTES, comment, length);
    (void)crypto_sign_detached(of_comment, NULL, both, MINISIG_BYTES + length, key->secret);
    const char *text =
        arena_printf(arena, MINISIG_UNTRUSTED "signature of a welcome pack for Maison\n%s\n" MINISIG_TRUSTED "%s\n%s\n",
                     base64_of(bytes, sizeof(bytes), arena), comment, base64_of(of_comment, sizeof(of_comment), arena));
    return file_write(path, str_of(text), err);
}

bool sign_pack(struct claims *out, const char *pack, const struct secret_key *key, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(beneath_closep) int fd = -1;
    unsigned char hash[MINISIG_HASH_BYTES];
    struct claims claims;
    int64_t size;
    if (!open_file(&fd, &size, pack, err) || !read_claims(&claims, pack, size, err) ||
        !minisig_hash_file(hash, fd, size, pack, err))
        return false;
    const char *comment = claims_write(&claims, &arena);
    if (!write_signature(arena_printf(&arena, "%s" MINISIG_SUFFIX, pack), hash, comment, key, &arena, err))
        return false;
    *out = claims;
    return true;
}

static bool read_signature(struct minisig *out, const char *pack, const struct minisig_trust *trust,
                           struct claims *claims, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const char *path = arena_printf(&arena, "%s" MINISIG_SUFFIX, pack);
    struct str text;
    return file_read(&text, &arena, path, MINISIG_FILE_MAX, err) && minisig_parse(out, text, path, err) &&
           minisig_check_comment(out, trust, path, err) && claims_read(claims, out->comment, path, err);
}

bool sign_verify(struct claims *out, const char *pack, const struct minisig_trust *trust, struct err *err)
{
    CLEANUP(beneath_closep) int fd = -1;
    unsigned char hash[MINISIG_HASH_BYTES];
    struct minisig signature;
    struct claims claims, said;
    int64_t size;
    if (!read_signature(&signature, pack, trust, &claims, err) || !open_file(&fd, &size, pack, err) ||
        !minisig_hash_file(hash, fd, claims.size, pack, err) ||
        !minisig_check_hash(&signature, trust, hash, pack, err) || !read_claims(&said, pack, claims.size, err) ||
        !claims_require_equal(&said, &claims, pack, err))
        return false;
    *out = claims;
    return true;
}

bool sign_read_unverified(struct claims *out, const char *pack, struct str text, struct err *err)
{
    CLEANUP(beneath_closep) int fd = -1;
    struct minisig signature;
    struct claims claims, said;
    int64_t size;
    if (!minisig_parse(&signature, text, pack, err) || !claims_read(&claims, signature.comment, pack, err) ||
        !open_file(&fd, &size, pack, err) || !read_claims(&said, pack, size, err) ||
        !claims_require_equal(&said, &claims, pack, err))
        return false;
    *out = claims;
    return true;
}
