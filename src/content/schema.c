#include "content/schema.h"

#include <sqlite3.h>

bool schema_make(sqlite3 *db, struct err *err)
{
    if (sqlite3_exec(db, content_schema_sql, NULL, NULL, NULL) != SQLITE_OK)
        return err_set(err, ERR_IO, "the built-in schema can't be made: %s", sqlite3_errmsg(db));
    return true;
}
