#include "base/file.h"

#include "base/list.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void file_closep(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}

static bool read_all(int fd, char *out, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t n = read(fd, out + *got, size - *got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        *got += (size_t)n;
    }
    return true;
}

bool file_read(struct str *out, struct arena *arena, const char *path, size_t cap, struct err *err)
{
    /* Without O_NONBLOCK, a named pipe on somebody's stick would keep us waiting for ever. */
    CLEANUP(file_closep) int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat info;

    if (fd < 0)
        return err_at(err, errno == ENOENT ? ERR_MISSING : ERR_IO, path, 0, "can't be opened: %s",
                      strerrordesc_np(errno));
    if (fstat(fd, &info) != 0)
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", strerrordesc_np(errno));
    if (!S_ISREG(info.st_mode))
        return err_at(err, ERR_FORMAT, path, 0, "is not a regular file");
    if ((uintmax_t)info.st_size > cap)
        return err_at(err, ERR_FORMAT, path, 0, "is larger than %zu bytes, which is more than such a file may be", cap);
    size_t size = (size_t)info.st_size;
    char *bytes = arena_alloc(arena, size + 1);
    size_t got = 0;
    if (!read_all(fd, bytes, size, &got))
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", strerrordesc_np(errno));
    *out = (struct str){ bytes, got };
    return true;
}

bool file_map(struct file_map *out, const char *path, struct err *err)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not make it wait */
    bool usable = fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0;
    void *at = usable ? mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    const char *why = fd < 0 || usable ? strerrordesc_np(errno) : "not a file with content";
    if (fd >= 0)
        close(fd);
    if (at == MAP_FAILED)
        return err_at(err, ERR_IO, path, 0, "can't be mapped: %s", why);
    *out = (struct file_map){ at, (size_t)info.st_size };
    return true;
}

void file_unmap(struct file_map map)
{
    if (map.len > 0)
        munmap((void *)(uintptr_t)map.at, map.len);
}

void file_let_go(struct file_map map)
{
    /* Nothing is lost: a private mapping that nobody wrote to is read from the file again. */
    if (map.len > 0)
        (void)madvise((void *)(uintptr_t)map.at, map.len, MADV_DONTNEED);
}

bool file_write_all(int fd, struct str content)
{
    while (content.len > 0) {
        ssize_t n = write(fd, content.at, content.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        content.at += n;
        content.len -= (size_t)n;
    }
    return true;
}

bool file_make_folder(const char *path, mode_t mode, struct err *err)
{
    return mkdir(path, mode) == 0 || errno == EEXIST ||
           err_at(err, ERR_IO, path, 0, "can't be made: %s", strerrordesc_np(errno));
}

bool file_flush_name(const char *path, struct err *err)
{
    const char *slash = strrchr(path, '/');
    char folder[4096] = ".";
    if (slash && (size_t)(slash - path) < sizeof(folder))
        snprintf(folder, sizeof(folder), "%.*s", slash > path ? (int)(slash - path) : 1, path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Some filesystems of sticks have nothing to flush there. */
    bool flushed = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    int saved = errno;
    if (fd >= 0)
        close(fd);
    return flushed || err_at(err, ERR_IO, path, 0, "can't be flushed to disk: %s", strerrordesc_np(saved));
}

bool file_write(const char *path, struct str content, struct err *err)
{
    char temporary[4096];
    int length = snprintf(temporary, sizeof(temporary), "%s.new", path);
    if (length < 0 || (size_t)length >= sizeof(temporary))
        return err_at(err, ERR_IO, path, 0, "has too long a name");

    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0)
        return err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(errno));
    bool written = file_write_all(fd, content) && fsync(fd) == 0;
    int saved = errno;
    written = close(fd) == 0 && written;
    if (!written || rename(temporary, path) != 0) {
        saved = written ? errno : saved;
        unlink(temporary);
        return err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(saved));
    }
    return file_flush_name(path, err);
}

bool file_append(const char *path, struct str head, struct str content, size_t cap, struct err *err)
{
    struct stat info;
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 || fstat(fd, &info) != 0) {
        int saved = errno;
        if (fd >= 0)
            close(fd);
        return err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(saved));
    }
    if ((size_t)info.st_size + head.len + content.len > cap) {
        close(fd);
        return err_at(err, ERR_IO, path, 0, "is full (%zu bytes); take its notes out and delete it",
                      (size_t)info.st_size);
    }
    bool written = (info.st_size > 0 || file_write_all(fd, head)) && file_write_all(fd, content) && fsync(fd) == 0;
    int saved = errno;
    if (!written && ftruncate(fd, info.st_size) != 0) /* half a line would spoil the next one */
        saved = errno;
    written = close(fd) == 0 && written;
    return written || err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(saved));
}

bool file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

bool file_is_dir(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static void dir_closep(DIR **dir)
{
    if (*dir)
        closedir(*dir);
}

static int by_byte(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool file_list(struct file_names *out, struct arena *arena, const char *folder, const char *suffix, struct err *err)
{
    struct file_names names = { 0 };
    CLEANUP(dir_closep) DIR *dir = opendir(folder);
    if (!dir && errno != ENOENT)
        return err_at(err, ERR_IO, folder, 0, "can't be listed: %s", strerrordesc_np(errno));
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        struct str name = str_of(entry->d_name);
        if (name.at[0] == '.' || !str_ends(name, str_of(suffix)))
            continue;
        *LIST_ADD(arena, names) = arena_str(arena, name);
    }
    if (names.count > 0)
        qsort(names.at, names.count, sizeof(*names.at), by_byte);
    *out = names;
    return true;
}
