#include "base/beneath.h"
#include "base/file.h"
#include "content/install.h"
#include "content/stick.h"
#include "content/store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

/* A pack and its signature, both open. */
struct taken {
    const char *name; /* for messages */
    struct str signature;
    int file;
};

static bool went_on(const struct install_progress *progress, int64_t done, int64_t total, struct err *err)
{
    if (!progress || progress->report(progress->data, done, total))
        return true;
    return err_set(err, ERR_STOPPED, "stopped; nothing was installed");
}

/* Reads to the end of the file, wherever that is: install_add refuses what is too long. */
static bool copy(struct install *install, int file, const struct install_progress *progress, const char *name,
                 struct err *err)
{
    unsigned char bytes[CHUNK];
    int64_t total = install_claims(install)->size;
    for (int64_t done = 0; went_on(progress, done, total, err);) {
        ssize_t n = read(file, bytes, sizeof(bytes));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_at(err, ERR_IO, name, 0, "can't be read: %s", strerrordesc_np(errno));
        if (n == 0)
            return true;
        if (!install_add(install, bytes, (size_t)n, err))
            return false;
        done += n;
    }
    return false;
}

static bool take(struct install **out, const char *store, const struct taken *taken, const struct install_rules *rules,
                 const struct install_progress *progress, struct err *err)
{
    CLEANUP(install_closep) struct install *install = NULL;
    if (!install_begin(&install, store, taken->signature, taken->name, rules, err))
        return false;
    if (!install_is_same(install) && !copy(install, taken->file, progress, taken->name, err))
        return false;
    if (!install_check(install, err))
        return false;
    *out = install;
    install = NULL;
    return true;
}

/* Under a stick's folder an error names the file only; people look for it by its whole path. */
static bool beneath_path(struct err *err, const char *path)
{
    if (!err || strncmp(err->file, path, strlen(path)) == 0)
        return false;
    char file[sizeof(err->file)];
    memcpy(file, err->file, sizeof(file));
    int length = snprintf(err->file, sizeof(err->file), "%s%s%s", path, file[0] ? "/" : "", file);
    if (length < 0 || (size_t)length >= sizeof(err->file))
        memcpy(err->file, file, sizeof(file));
    return false;
}

static bool take_from_folder(struct install **out, const char *store, int folder, const char *path,
                             const struct install_rules *rules, const struct install_progress *progress,
                             struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(beneath_closep) int file = -1;
    struct stick_pick pick;
    if (!stick_find(&pick, folder, path, &rules->store, &arena, err) ||
        !beneath_open_file(&file, folder, pick.name, err))
        return beneath_path(err, path);
    struct taken taken = { arena_printf(&arena, "%s/%s", path, pick.name), pick.signature, file };
    return take(out, store, &taken, rules, progress, err);
}

/* A file that somebody names may be reached through links, but must be a file. */
static bool take_file(struct install **out, const char *store, int file, const char *path,
                      const struct install_rules *rules, const struct install_progress *progress, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct taken taken = { .name = path, .file = file };
    const char *signature = arena_printf(&arena, "%s" MINISIG_SUFFIX, path);
    struct err why = { 0 };
    if (!file_read(&taken.signature, &arena, signature, MINISIG_FILE_MAX, &why)) {
        if (why.code == ERR_MISSING)
            return err_at(err, ERR_REFUSED, path, 0, "has no signature beside it (%s); copy both files", signature);
        if (err)
            *err = why;
        return false;
    }
    return take(out, store, &taken, rules, progress, err);
}

bool install_take(struct install **out, const char *store, const char *from, const struct install_rules *rules,
                  const struct install_progress *progress, struct err *err)
{
    struct stat info;
    if (stat(from, &info) != 0)
        return err_at(err, errno == ENOENT || errno == ENOTDIR ? ERR_MISSING : ERR_IO, from, 0, "can't be opened: %s",
                      strerrordesc_np(errno));
    if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode))
        return err_at(err, ERR_FORMAT, from, 0, "is neither a file nor a folder");
    CLEANUP(beneath_closep) int fd = open(from, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &info) != 0)
        return err_at(err, ERR_IO, from, 0, "can't be opened: %s", strerrordesc_np(errno));
    if (S_ISDIR(info.st_mode))
        return take_from_folder(out, store, fd, from, rules, progress, err);
    if (!S_ISREG(info.st_mode))
        return err_at(err, ERR_FORMAT, from, 0, "is neither a file nor a folder");
    return take_file(out, store, fd, from, rules, progress, err);
}
