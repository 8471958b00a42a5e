/* What an import reads: the files of a folder, of a zip or a single file, each as bytes that can be read more than
 * once. Nothing is unpacked to disk and no name leads anywhere: members of a zip are read where they lie, and only
 * regular files are. */
#ifndef MAISON_PUBLISH_FEED_H
#define MAISON_PUBLISH_FEED_H

#include "base/arena.h"
#include "base/err.h"
#include "text/charset.h"

/* Beyond these a feed is refused: more files, a file of more bytes, more bytes together, and members of a zip that grow
 * more than so many times. */
#define FEED_FILES_MAX 4096
#define FEED_FILE_SIZE_MAX ((uint64_t)2 << 30)
#define FEED_SIZE_MAX ((uint64_t)4 << 30)
#define FEED_RATIO_MAX 200 /* counted from FEED_RATIO_FROM bytes on: short texts may well repeat themselves */
#define FEED_RATIO_FROM ((uint64_t)8 << 20)

struct feed;

struct feed_file {
    const char *name; /* relative, with '/' between folders: "hsds/services.csv"; of a single file its base name */
    uint64_t size;    /* as told; a zip may lie */
};

/* ERR_MISSING when there is nothing at `from`; ERR_FORMAT when it is a zip that no import should trust (a name with
 * "..", an absolute one, a link, too much of anything) or no file or folder at all; ERR_IO. Hidden files are left out,
 * and so are the folders that a Mac adds to a zip. Sorted by name. */
MUST_USE bool feed_open(struct feed **out, const char *from, struct err *err);
void feed_close(struct feed *feed); /* accepts NULL */
void feed_closep(struct feed **feed);

const char *feed_path(const struct feed *feed); /* as given to feed_open */
bool feed_is_zip(const struct feed *feed);
size_t feed_count(const struct feed *feed);
const struct feed_file *feed_file(const struct feed *feed, size_t at);

/* The file of exactly that name. */
MUST_USE bool feed_find(size_t *out, const struct feed *feed, const char *name);

/* What a file is written in, NULL until somebody has found out and says so: all of its bytes have to be read for that.
 */
const struct charset_found *feed_charset(const struct feed *feed, size_t file);
void feed_set_charset(struct feed *feed, size_t file, struct charset_found found);

/* The bytes of one file, from its beginning. Only one file of a feed is read at a time. */
struct feed_bytes;
MUST_USE bool feed_bytes_open(struct feed_bytes **out, struct feed *feed, size_t file, struct err *err);
void feed_bytes_close(struct feed_bytes *bytes); /* accepts NULL */
void feed_bytes_closep(struct feed_bytes **bytes);

/* The next bytes, at most `size`; *got is 0 at the end only. ERR_FORMAT when a zip holds more than may be. */
MUST_USE bool feed_bytes_read(struct feed_bytes *bytes, char *out, size_t size, size_t *got, struct err *err);

/* The whole file, terminated, when it has at most `cap` bytes; else ERR_FORMAT. */
MUST_USE bool feed_read(struct str *out, struct arena *arena, struct feed *feed, size_t file, size_t cap,
                        struct err *err);

#endif
