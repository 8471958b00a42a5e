/* Zips by libarchive, which reads members where they lie. The names of members are only ever names. */
#include "publish/feed_parts.h"

#include <archive.h>
#include <archive_entry.h>

#include <stdlib.h>
#include <string.h>

static bool failed(const struct feed *feed, struct archive *archive, struct err *err)
{
    const char *why = archive ? archive_error_string(archive) : NULL;
    return err_at(err, ERR_FORMAT, feed->path, 0, "is no zip that can be read: %s", why ? why : "it is damaged");
}

static bool open_archive(struct archive **out, const struct feed *feed, struct err *err)
{
    struct archive *archive = archive_read_new();
    if (!archive)
        return err_set(err, ERR_IO, "out of memory");
    /* By its list of members at the end: a zip that is cut off has none, and would lack files that nobody misses. */
    if (archive_read_support_format_zip_seekable(archive) != ARCHIVE_OK ||
        archive_read_open_filename(archive, feed->path, 64 << 10) != ARCHIVE_OK) {
        failed(feed, archive, err);
        archive_read_free(archive);
        return false;
    }
    *out = archive;
    return true;
}

/* Warnings (a date that can't be, a name in a strange encoding) are none of our business. */
static bool is_entry(int code)
{
    return code == ARCHIVE_OK || code == ARCHIVE_WARN;
}

static const char *name_of(struct feed *feed, struct archive_entry *entry, size_t member)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name || !str_is_utf8(str_of(name)))
        return arena_printf(&feed->arena, "member %zu", member + 1);
    char *copy = arena_strdup(&feed->arena, name);
    for (char *at = copy; *at; at++)
        *at = *at == '\\' ? '/' : *at;
    return copy;
}

static bool leads_out(const char *name)
{
    struct str rest = str_of(name);
    if (name[0] == '/' || (name[0] && name[1] == ':'))
        return true;
    while (rest.len > 0) {
        if (str_eq_c(str_cut(rest, '/', &rest), ".."))
            return true;
    }
    return false;
}

static bool is_hidden(const char *name)
{
    struct str rest = str_of(name);
    while (rest.len > 0) {
        struct str part = str_cut(rest, '/', &rest);
        if (str_starts(part, STR(".")) || str_eq_c(part, "__MACOSX"))
            return true;
    }
    return false;
}

static bool add_member(struct feed *feed, struct archive_entry *entry, size_t member, struct err *err)
{
    const char *name = name_of(feed, entry, member);
    unsigned type = archive_entry_filetype(entry);
    if (leads_out(name))
        return err_at(err, ERR_FORMAT, feed->path, 0, "holds the name \"%s\", which leads out of it: do not trust it",
                      name);
    if (type == AE_IFDIR)
        return true;
    if (type != AE_IFREG || archive_entry_symlink(entry) || archive_entry_hardlink(entry))
        return err_at(err, ERR_FORMAT, feed->path, 0, "holds \"%s\", which is no file but a link: do not trust it",
                      name);
    if (archive_entry_is_encrypted(entry))
        return err_at(err, ERR_FORMAT, feed->path, 0, "is protected by a password: unpack it first");
    uint64_t size = archive_entry_size_is_set(entry) ? (uint64_t)archive_entry_size(entry) : 0;
    return is_hidden(name) || feed_add(feed, (struct feed_file){ name, size }, NULL, member, err);
}

bool feed_zip_list(struct feed *feed, struct err *err)
{
    struct archive *archive = NULL;
    struct archive_entry *entry = NULL;
    if (!open_archive(&archive, feed, err))
        return false;
    bool good = true;
    int code = ARCHIVE_OK;
    for (size_t member = 0; good && member <= FEED_FILES_MAX * 2; member++) {
        code = archive_read_next_header(archive, &entry);
        if (!is_entry(code))
            break;
        good = add_member(feed, entry, member, err);
    }
    if (good && code != ARCHIVE_EOF)
        good = failed(feed, archive, err);
    archive_read_free(archive);
    return good;
}

bool feed_zip_open(struct archive **out, const struct feed *feed, size_t member, struct err *err)
{
    struct archive *archive = NULL;
    struct archive_entry *entry = NULL;
    if (!open_archive(&archive, feed, err))
        return false;
    for (size_t i = 0; i <= member; i++) {
        if (!is_entry(archive_read_next_header(archive, &entry))) {
            failed(feed, archive, err);
            archive_read_free(archive);
            return false;
        }
    }
    *out = archive;
    return true;
}

bool feed_zip_read(struct archive *archive, struct feed *feed, char *out, size_t size, size_t *got, struct err *err)
{
    la_ssize_t count = archive_read_data(archive, out, size);
    if (count < 0)
        return failed(feed, archive, err);
    *got = (size_t)count;
    return true;
}

void feed_zip_close(struct archive *archive)
{
    if (archive)
        archive_read_free(archive);
}
