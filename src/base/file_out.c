#include "base/file_out.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER ((size_t)64 << 10)

struct file_out {
    struct arena arena;
    const char *path;
    const char *beside;
    int fd;     /* -1 once finished */
    int failed; /* errno of the first failure */
    bool placed;
    size_t held;
    char buffer[BUFFER];
};

bool file_out_open(struct file_out **out, const char *path, struct err *err)
{
    struct file_out *file = calloc(1, sizeof(*file));
    if (!file)
        return err_set(err, ERR_IO, "out of memory");
    file->path = arena_strdup(&file->arena, path);
    file->beside = arena_printf(&file->arena, "%s.new", path);
    file->fd = open(file->beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file->fd < 0) {
        err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(errno));
        file->placed = true; /* nothing of ours stands there */
        file_out_close(file);
        return false;
    }
    *out = file;
    return true;
}

void file_out_close(struct file_out *file)
{
    if (!file)
        return;
    if (file->fd >= 0)
        close(file->fd);
    if (!file->placed)
        unlink(file->beside);
    arena_destroy(&file->arena);
    free(file);
}

void file_out_closep(struct file_out **file)
{
    file_out_close(*file);
}

static void write_out(struct file_out *file, struct str bytes)
{
    while (bytes.len > 0 && file->failed == 0) {
        ssize_t written = write(file->fd, bytes.at, bytes.len);
        if (written < 0 && errno != EINTR)
            file->failed = errno;
        if (written > 0)
            bytes = (struct str){ bytes.at + written, bytes.len - (size_t)written };
    }
}

static void flush(struct file_out *file)
{
    write_out(file, (struct str){ file->buffer, file->held });
    file->held = 0;
}

void file_out_put(struct file_out *file, struct str bytes)
{
    if (file->held + bytes.len > BUFFER)
        flush(file);
    if (bytes.len > BUFFER) {
        write_out(file, bytes);
    } else if (bytes.len > 0) {
        memcpy(file->buffer + file->held, bytes.at, bytes.len);
        file->held += bytes.len;
    }
}

bool file_out_finish(struct file_out *file, struct err *err)
{
    flush(file);
    if (file->failed == 0 && fsync(file->fd) != 0)
        file->failed = errno;
    if (close(file->fd) != 0 && file->failed == 0)
        file->failed = errno;
    file->fd = -1;
    return file->failed == 0 ||
           err_at(err, ERR_IO, file->path, 0, "can't be written: %s", strerrordesc_np(file->failed));
}

bool file_out_differs(const struct file_out *file)
{
    struct file_map old = { 0 };
    struct file_map new = { 0 };
    /* An empty file can't be mapped, and counts as one that is not there. */
    bool has_old = file_map(&old, file->path, NULL);
    bool has_new = file_map(&new, file->beside, NULL);
    bool same = has_old == has_new && old.len == new.len && (!has_old || memcmp(old.at, new.at, old.len) == 0);
    file_unmap(old);
    file_unmap(new);
    return !same;
}

bool file_out_place(struct file_out *file, struct err *err)
{
    if (rename(file->beside, file->path) != 0)
        return err_at(err, ERR_IO, file->path, 0, "can't be written: %s", strerrordesc_np(errno));
    file->placed = true;
    return file_flush_name(file->path, err);
}
