#include "publish/served.h"

#include "base/beneath.h"
#include "base/file.h"
#include "publish/sign.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

/* What the signature says, held against the pack where there is no key to check it with. */
static bool read_pack(struct claims *out, struct str *signature, const char *pack, const struct minisig_trust *trust,
                      struct arena *arena, struct err *err)
{
    const char *path = arena_printf(arena, "%s" MINISIG_SUFFIX, pack);
    struct err why = { 0 };
    if (!file_read(signature, arena, path, MINISIG_FILE_MAX, &why)) {
        if (why.code == ERR_MISSING)
            return err_at(err, ERR_REFUSED, pack, 0, "is not signed; sign it with 'maison-pack sign'");
        *err = why;
        return false;
    }
    return trust ? sign_verify(out, pack, trust, err) : sign_read_unverified(out, pack, *signature, err);
}

/* True if both hold the same bytes. */
static bool same_bytes(const char *a, const char *b)
{
    struct err ignored = { 0 };
    struct file_map first = { 0 }, second = { 0 };
    bool same = file_map(&first, a, &ignored) && file_map(&second, b, &ignored) && first.len == second.len &&
                memcmp(first.at, second.at, first.len) == 0;
    file_unmap(first);
    file_unmap(second);
    return same;
}

static bool copy_bytes(int from, int to, int64_t size)
{
    char bytes[CHUNK];
    while (size > 0) {
        ssize_t n = read(from, bytes, sizeof(bytes));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0 || n > size)
            return false;
        for (ssize_t at = 0; at < n;) {
            ssize_t written = write(to, bytes + at, (size_t)(n - at));
            if (written < 0 && errno != EINTR)
                return false;
            at += written > 0 ? written : 0;
        }
        size -= n;
    }
    return true;
}

/* Beside its final name first, so that a server never gives half of it. */
static bool copy_file(const char *from, const char *to, int64_t size, struct arena *arena, struct err *err)
{
    const char *temporary = arena_printf(arena, "%s.new", to);
    CLEANUP(beneath_closep) int source = open(from, O_RDONLY | O_CLOEXEC);
    CLEANUP(beneath_closep) int target = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    errno = source < 0 || target < 0 ? errno : 0;
    if (source >= 0 && target >= 0 && copy_bytes(source, target, size) && fsync(target) == 0 &&
        rename(temporary, to) == 0)
        return true;
    int saved = errno;
    unlink(temporary);
    return err_at(err, ERR_IO, to, 0, "can't be written: %s", saved ? strerrordesc_np(saved) : "the pack has changed");
}

static bool put_pack(const char *from, const char *to, const struct claims *claims, struct arena *arena,
                     struct err *err)
{
    if (!file_exists(to))
        return copy_file(from, to, claims->size, arena, err);
    return same_bytes(from, to) || err_at(err, ERR_REFUSED, from, 0,
                                          "is another pack than %s, which has its sequence and is published; raise the "
                                          "sequence, build and sign again",
                                          to);
}

static bool put_signature(struct str signature, const char *to, struct arena *arena, struct err *err)
{
    struct str there;
    if (file_read(&there, arena, to, MINISIG_FILE_MAX, NULL) && str_eq(there, signature))
        return true;
    return file_write(to, signature, err);
}

bool served_put(struct claims *out, const char *folder, const char *pack, const struct minisig_trust *trust,
                struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str signature;
    struct claims claims;
    if (!read_pack(&claims, &signature, pack, trust, &arena, err))
        return false;
    if (!file_make_folder(folder, 0755, err))
        return false;
    const char *to = arena_printf(&arena, "%s/%s-%" PRId64 ".pack", folder, claims.audience, claims.sequence);
    if (!put_pack(pack, to, &claims, &arena, err) ||
        !put_signature(signature, arena_printf(&arena, "%s" MINISIG_SUFFIX, to), &arena, err))
        return false;
    *out = claims;
    return true;
}
