#include "base/beneath.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NAME_BYTES_MAX 255

bool beneath_is_name(const char *name)
{
    struct str text = str_of(name);
    if (text.len == 0 || text.len > NAME_BYTES_MAX || name[0] == '.' || !str_is_utf8(text))
        return false;
    for (const char *at = name; *at;) {
        uint32_t c = str_next_codepoint(&at, name + text.len);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == '/')
            return false;
    }
    return true;
}

/* openat2 has no wrapper in glibc. A kernel or container without it opens a single name just as safely: there is no
 * path to go astray on. */
static int open_beneath(int folder, const char *name, int flags)
{
    struct open_how how = { .flags = (unsigned)(flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY),
                            .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS };
    long fd = syscall(SYS_openat2, folder, name, &how, sizeof(how));
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        return openat(folder, name, (int)how.flags);
    return (int)fd;
}

static bool failed(const char *name, struct err *err)
{
    enum err_code code = errno == ENOENT || errno == ENOTDIR ? ERR_MISSING : ERR_IO;
    return err_at(err, code, name, 0, "can't be opened: %s", strerrordesc_np(errno));
}

/* Looked at before it is opened: to open a device can already be to use it. */
static bool open_kind(int *out, int folder, const char *name, mode_t kind, int flags, struct err *err)
{
    const char *wanted = kind == S_IFREG ? "a regular file" : "a folder";
    CLEANUP(beneath_closep) int fd = -1;
    struct stat info;
    if (!beneath_is_name(name))
        return err_set(err, ERR_FORMAT, "there is a name that can't be used; rename the file");
    if (fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        return failed(name, err);
    if ((info.st_mode & S_IFMT) != kind)
        return err_at(err, ERR_FORMAT, name, 0, "is not %s", wanted);
    fd = open_beneath(folder, name, flags);
    if (fd < 0 || fstat(fd, &info) != 0)
        return failed(name, err);
    if ((info.st_mode & S_IFMT) != kind)
        return err_at(err, ERR_FORMAT, name, 0, "is not %s", wanted);
    *out = fd;
    fd = -1;
    return true;
}

bool beneath_open_file(int *out, int folder, const char *name, struct err *err)
{
    return open_kind(out, folder, name, S_IFREG, O_RDONLY, err);
}

bool beneath_open_folder(int *out, int folder, const char *name, struct err *err)
{
    return open_kind(out, folder, name, S_IFDIR, O_RDONLY | O_DIRECTORY, err);
}

bool beneath_read(struct str *out, struct arena *arena, int folder, const char *name, size_t cap, struct err *err)
{
    CLEANUP(beneath_closep) int fd = -1;
    if (!beneath_open_file(&fd, folder, name, err))
        return false;
    char *bytes = arena_alloc(arena, cap + 2);
    size_t got = 0;
    /* One byte more than may be there tells whether there is more. */
    while (got <= cap) {
        ssize_t n = read(fd, bytes + got, cap + 1 - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_at(err, ERR_IO, name, 0, "can't be read: %s", strerrordesc_np(errno));
        if (n == 0)
            break;
        got += (size_t)n;
    }
    if (got > cap)
        return err_at(err, ERR_FORMAT, name, 0, "is larger than %zu bytes, which is more than such a file may be", cap);
    bytes[got] = '\0';
    *out = (struct str){ bytes, got };
    return true;
}

bool beneath_write(int folder, const char *name, struct str content, struct err *err)
{
    static const char beside[] = "maison-copy.new";
    if (!beneath_is_name(name))
        return err_set(err, ERR_FORMAT, "there is a name that can't be used");
    (void)unlinkat(folder, beside, 0);
    int fd = openat(folder, beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (fd < 0)
        return err_at(err, ERR_IO, name, 0, "can't be written: %s", strerrordesc_np(errno));
    bool written = file_write_all(fd, content) && fsync(fd) == 0;
    int saved = errno;
    written = close(fd) == 0 && written;
    if (written && renameat(folder, beside, folder, name) == 0)
        return fsync(folder) == 0 || errno == EINVAL || err_at(err, ERR_IO, name, 0, "can't be flushed");
    saved = written ? errno : saved;
    (void)unlinkat(folder, beside, 0);
    return err_at(err, ERR_IO, name, 0, "can't be written: %s", strerrordesc_np(saved));
}

void beneath_closep(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}
