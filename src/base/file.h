/* Whole files in and out, and the few path questions that the programs ask. */
#ifndef MAISON_BASE_FILE_H
#define MAISON_BASE_FILE_H

#include "base/arena.h"
#include "base/err.h"

#include <sys/types.h>

/* Reads a regular file of at most `cap` bytes into the arena; *out is terminated behind its length. */
MUST_USE bool file_read(struct str *out, struct arena *arena, const char *path, size_t cap, struct err *err);

/* A whole regular file, mapped read-only: pages are read as they are looked at, and file_let_go gives them back until
 * they are looked at again. The file must not shrink while it is mapped. */
struct file_map {
    const char *at;
    size_t len;
};
MUST_USE bool file_map(struct file_map *out, const char *path, struct err *err); /* ERR_IO; also for an empty file */
void file_unmap(struct file_map map);                                            /* accepts a zeroed one */
void file_let_go(struct file_map map);

/* Writes all of it, however little the descriptor takes at a time. False with errno set. */
MUST_USE bool file_write_all(int fd, struct str content);

/* Makes the folder unless it is there. ERR_IO. */
MUST_USE bool file_make_folder(const char *path, mode_t mode, struct err *err);

/* Flushes the folder in which the file has just been given its name, so that the name outlives a loss of power. ERR_IO.
 */
MUST_USE bool file_flush_name(const char *path, struct err *err);

/* Writes the whole file beside its final name, flushes it to disk and renames it into place: a reader sees the old
 * file or the new one. */
MUST_USE bool file_write(const char *path, struct str content, struct err *err);

/* Puts `content` behind what the file holds and flushes it to disk; a new file begins with `head`. ERR_IO also when the
 * file would grow beyond `cap` bytes: it then stays as it was. */
MUST_USE bool file_append(const char *path, struct str head, struct str content, size_t cap, struct err *err);

bool file_exists(const char *path);
bool file_is_dir(const char *path);

/* Names (not paths) in a folder that end in `suffix`, sorted by byte. A missing folder gives none. */
struct file_names {
    const char **at;
    size_t count;
};
MUST_USE bool file_list(struct file_names *out, struct arena *arena, const char *folder, const char *suffix,
                        struct err *err);

#endif
