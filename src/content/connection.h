/* What a pack is inside content: one SQLite connection, its prepared statements and what every query needs of
 * it. Only content includes this. */
#ifndef MAISON_CONTENT_CONNECTION_H
#define MAISON_CONTENT_CONNECTION_H

#include "content/pack.h"

#include <sqlite3.h>
#include <sys/stat.h>

#define PACK_STATEMENTS_MAX 192

struct prepared {
    const char *sql; /* compared by address */
    sqlite3_stmt *stmt;
};

struct pack_entry {
    const char *key;
    const char *value;
};

struct pack {
    sqlite3 *db;
    struct arena arena; /* all that follows */
    const char *path;
    int watched;        /* the file once more, to see whether somebody writes to it; -1: not open */
    struct stat opened; /* as it was when it was opened */
    bool is_checked;    /* all its pages */
    const struct pack_entry *meta;
    size_t meta_count;
    struct pack_languages languages;
    struct pack_languages fallback;
    struct prepared prepared[PACK_STATEMENTS_MAX];
    size_t prepared_count;
    struct fold *fold;   /* NULL until something is searched */
    struct arena search; /* what a search works with, kept from one keystroke to the next; empty between them */
};

/* Turns an SQLite result code into *err, naming the pack's file. Returns false. */
bool connection_failed(const char *path, int code, struct err *err);

#endif
