#include "content/schema.h"

#include "base/str.h"

#include <sqlite3.h>
#include <string.h>

#define TAG_LENGTH_MAX 35

/* The words come folded and with spaces between; FTS5 is to cut there and nowhere else. The tokenizer `ascii`
 * keeps all bytes beyond ASCII in words, in every script, and the punctuation listed here, which is inside
 * words like "3.5". (unicode61 would go by the Unicode tables of one version of SQLite.) */
static const char search_sql[] =
    "CREATE VIRTUAL TABLE \"search_%s\" USING fts5(name, topic, body, content='', prefix='1 2 3', "
    "tokenize=\"ascii tokenchars '!#$%%&()*+,-./:;<=>?@[\\]^_`{|}~'\")";

static bool is_tag(const char *tag)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    size_t length = strlen(tag);
    return length > 0 && length <= TAG_LENGTH_MAX && strspn(tag, letters) == length;
}

bool schema_make(sqlite3 *db, struct err *err)
{
    if (sqlite3_exec(db, content_schema_sql, NULL, NULL, NULL) != SQLITE_OK)
        return err_set(err, ERR_IO, "the built-in schema can't be made: %s", sqlite3_errmsg(db));
    return true;
}

bool schema_add_search(sqlite3 *db, const char *tag, struct err *err)
{
    char sql[sizeof(search_sql) + TAG_LENGTH_MAX];
    if (!is_tag(tag))
        return err_set(err, ERR_FORMAT, "'%.100s' is no tag of a language", tag);
    sqlite3_snprintf((int)sizeof(sql), sql, search_sql, tag);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return err_set(err, ERR_FORMAT, "language %s can't be made searchable: %s", tag, sqlite3_errmsg(db));
    return true;
}
