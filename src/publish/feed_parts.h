/* What a feed is inside: only feed.c, feed_bytes.c and feed_zip.c include this. */
#ifndef MAISON_PUBLISH_FEED_PARTS_H
#define MAISON_PUBLISH_FEED_PARTS_H

#include "base/file.h"
#include "publish/feed.h"

struct archive;

struct feed_entry {
    struct feed_file file;
    const char *path;  /* of a file outside a zip */
    size_t member;     /* its place among the headers of a zip */
    uint64_t unpacked; /* how much of a zip's member was read, at most */
    bool has_charset;
    struct charset_found charset;
};

struct feed {
    struct arena arena;
    const char *path;
    bool zipped;
    uint64_t size; /* of the zip itself */
    struct feed_entry *at;
    size_t count;
};

/* Strings are borrowed; ERR_FORMAT when there are too many or it is too large. */
MUST_USE bool feed_add(struct feed *feed, struct feed_file file, const char *path, size_t member, struct err *err);

/* Adds the members of the zip at feed->path. */
MUST_USE bool feed_zip_list(struct feed *feed, struct err *err);

MUST_USE bool feed_zip_open(struct archive **out, const struct feed *feed, size_t member, struct err *err);
MUST_USE bool feed_zip_read(struct archive *archive, struct feed *feed, char *out, size_t size, size_t *got,
                            struct err *err);
void feed_zip_close(struct archive *archive); /* accepts NULL */

#endif
