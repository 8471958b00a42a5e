#include "publish/feed_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct feed_bytes {
    struct feed *feed;
    struct feed_entry *entry;
    struct archive *archive; /* of a zip, else NULL */
    int fd;                  /* of a file, else -1 */
    uint64_t read;
};

static bool open_file(struct feed_bytes *bytes, struct err *err)
{
    struct stat info;
    /* A named pipe must not keep us waiting, and what was a file a moment ago must be one still. */
    int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (bytes->entry->path == bytes->feed->path ? 0 : O_NOFOLLOW);
    bytes->fd = open(bytes->entry->path, flags);
    if (bytes->fd < 0 || fstat(bytes->fd, &info) != 0)
        return err_at(err, ERR_IO, bytes->entry->path, 0, "can't be read: %s", strerrordesc_np(errno));
    if (!S_ISREG(info.st_mode))
        return err_at(err, ERR_FORMAT, bytes->entry->path, 0, "is not a regular file");
    return true;
}

bool feed_bytes_open(struct feed_bytes **out, struct feed *feed, size_t file, struct err *err)
{
    CLEANUP(feed_bytes_closep) struct feed_bytes *bytes = calloc(1, sizeof(*bytes));
    if (!bytes)
        return err_set(err, ERR_IO, "out of memory");
    *bytes = (struct feed_bytes){ .feed = feed, .entry = &feed->at[file], .fd = -1 };
    bool opened =
        feed->zipped ? feed_zip_open(&bytes->archive, feed, bytes->entry->member, err) : open_file(bytes, err);
    if (!opened)
        return false;
    *out = bytes;
    bytes = NULL;
    return true;
}

void feed_bytes_close(struct feed_bytes *bytes)
{
    if (!bytes)
        return;
    feed_zip_close(bytes->archive);
    if (bytes->fd >= 0)
        close(bytes->fd);
    free(bytes);
}

void feed_bytes_closep(struct feed_bytes **bytes)
{
    feed_bytes_close(*bytes);
}

/* What all members together have grown to: members may lie over each other in a zip that wants to be a bomb. */
static bool keeps_measure(const struct feed_bytes *bytes, struct err *err)
{
    const struct feed *feed = bytes->feed;
    uint64_t all = 0;
    uint64_t most = feed->size * FEED_RATIO_MAX;
    for (size_t i = 0; i < feed->count; i++)
        all += feed->at[i].unpacked;
    if (bytes->read > FEED_FILE_SIZE_MAX || all > FEED_SIZE_MAX)
        return err_at(err, ERR_FORMAT, feed->path, 0, "holds %s, which is larger than an import takes",
                      bytes->entry->file.name);
    if (feed->zipped && all > FEED_RATIO_FROM && all > most)
        return err_at(err, ERR_FORMAT, feed->path, 0,
                      "grows more than %d times when it is unpacked (%s): do not trust it", FEED_RATIO_MAX,
                      bytes->entry->file.name);
    return true;
}

static bool read_file(struct feed_bytes *bytes, char *out, size_t size, size_t *got, struct err *err)
{
    ssize_t count;
    do {
        count = read(bytes->fd, out, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        return err_at(err, ERR_IO, bytes->entry->path, 0, "can't be read: %s", strerrordesc_np(errno));
    *got = (size_t)count;
    return true;
}

bool feed_bytes_read(struct feed_bytes *bytes, char *out, size_t size, size_t *got, struct err *err)
{
    bool read = bytes->archive ? feed_zip_read(bytes->archive, bytes->feed, out, size, got, err)
                               : read_file(bytes, out, size, got, err);
    if (!read)
        return false;
    bytes->read += *got;
    if (bytes->read > bytes->entry->unpacked)
        bytes->entry->unpacked = bytes->read;
    return keeps_measure(bytes, err);
}

bool feed_read(struct str *out, struct arena *arena, struct feed *feed, size_t file, size_t cap, struct err *err)
{
    CLEANUP(feed_bytes_closep) struct feed_bytes *bytes = NULL;
    size_t room = (size_t)64 << 10;
    size_t length = 0;
    size_t got = 1;
    char *at = arena_alloc(arena, room);
    if (!feed_bytes_open(&bytes, feed, file, err))
        return false;
    while (got > 0 && length <= cap) {
        if (length + 1 == room) {
            char *grown = arena_alloc(arena, room * 2);
            memcpy(grown, at, length);
            at = grown;
            room *= 2;
        }
        if (!feed_bytes_read(bytes, at + length, room - 1 - length, &got, err))
            return false;
        length += got;
    }
    if (length > cap)
        return err_at(err, ERR_FORMAT, feed_file(feed, file)->name, 0, "is larger than %zu bytes", cap);
    at[length] = '\0';
    *out = (struct str){ at, length };
    return true;
}
