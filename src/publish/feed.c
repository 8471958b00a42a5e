#include "publish/feed_parts.h"

#include "base/list.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDERS_DEEP 4

static bool add_folder(struct feed *feed, const char *folder, const char *prefix, int deep, struct err *err);

static bool add_entry(struct feed *feed, const char *path, const char *name, int deep, struct err *err)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", strerrordesc_np(errno));
    if (S_ISDIR(info.st_mode))
        return deep == 0 || add_folder(feed, path, arena_printf(&feed->arena, "%s/", name), deep - 1, err);
    return !S_ISREG(info.st_mode) || feed_add(feed, (struct feed_file){ name, (uint64_t)info.st_size }, path, 0, err);
}

static bool add_folder(struct feed *feed, const char *folder, const char *prefix, int deep, struct err *err)
{
    struct file_names names;
    if (!file_list(&names, &feed->arena, folder, "", err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        const char *path = arena_printf(&feed->arena, "%s/%s", folder, names.at[i]);
        const char *name = arena_printf(&feed->arena, "%s%s", prefix, names.at[i]);
        if (strcmp(names.at[i], "__MACOSX") != 0 && !add_entry(feed, path, name, deep, err))
            return false;
    }
    return true;
}

bool feed_add(struct feed *feed, struct feed_file file, const char *path, size_t member, struct err *err)
{
    if (feed->count >= FEED_FILES_MAX)
        return err_at(err, ERR_FORMAT, feed->path, 0, "holds more than %d files", FEED_FILES_MAX);
    if (file.size > FEED_FILE_SIZE_MAX)
        return err_at(err, ERR_FORMAT, feed->path, 0, "holds %s, which is larger than an import takes", file.name);
    struct feed_entry *entry = LIST_ADD(&feed->arena, *feed);
    *entry = (struct feed_entry){ .file = file, .path = path, .member = member };
    return true;
}

static int by_name(const void *left, const void *right)
{
    const struct feed_entry *a = left;
    const struct feed_entry *b = right;
    return strcmp(a->file.name, b->file.name);
}

static bool is_zip(const char *path)
{
    char bytes[4] = "";
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool read_all = fd >= 0 && read(fd, bytes, sizeof(bytes)) == (ssize_t)sizeof(bytes);
    if (fd >= 0)
        close(fd);
    return read_all && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0);
}

static bool fill(struct feed *feed, struct err *err)
{
    struct stat info;
    const char *slash = strrchr(feed->path, '/');
    if (stat(feed->path, &info) != 0)
        return err_at(err, errno == ENOENT ? ERR_MISSING : ERR_IO, feed->path, 0, "can't be read: %s",
                      strerrordesc_np(errno));
    if (S_ISDIR(info.st_mode))
        return add_folder(feed, feed->path, "", FOLDERS_DEEP, err);
    if (!S_ISREG(info.st_mode))
        return err_at(err, ERR_FORMAT, feed->path, 0, "is neither a file nor a folder");
    feed->size = (uint64_t)info.st_size;
    feed->zipped = is_zip(feed->path);
    if (feed->zipped)
        return feed_zip_list(feed, err);
    return feed_add(feed, (struct feed_file){ slash ? slash + 1 : feed->path, feed->size }, feed->path, 0, err);
}

bool feed_open(struct feed **out, const char *from, struct err *err)
{
    CLEANUP(feed_closep) struct feed *feed = calloc(1, sizeof(*feed));
    if (!feed)
        return err_set(err, ERR_IO, "out of memory");
    feed->path = arena_strdup(&feed->arena, from);
    if (!fill(feed, err))
        return false;
    if (feed->count > 0)
        qsort(feed->at, feed->count, sizeof(*feed->at), by_name);
    *out = feed;
    feed = NULL;
    return true;
}

void feed_close(struct feed *feed)
{
    if (!feed)
        return;
    arena_destroy(&feed->arena);
    free(feed);
}

void feed_closep(struct feed **feed)
{
    feed_close(*feed);
}

const char *feed_path(const struct feed *feed)
{
    return feed->path;
}

bool feed_is_zip(const struct feed *feed)
{
    return feed->zipped;
}

size_t feed_count(const struct feed *feed)
{
    return feed->count;
}

const struct feed_file *feed_file(const struct feed *feed, size_t at)
{
    return &feed->at[at].file;
}

const struct charset_found *feed_charset(const struct feed *feed, size_t file)
{
    return feed->at[file].has_charset ? &feed->at[file].charset : NULL;
}

void feed_set_charset(struct feed *feed, size_t file, struct charset_found found)
{
    feed->at[file].has_charset = true;
    feed->at[file].charset = found;
}

bool feed_find(size_t *out, const struct feed *feed, const char *name)
{
    for (size_t i = 0; i < feed->count; i++) {
        if (strcmp(feed->at[i].file.name, name) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}
