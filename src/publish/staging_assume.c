/* For sources that carry along what they were taken from. */
#include "publish/staging_parts.h"

void staging_assume(struct staging *staging, const char *table, const struct cell *cells, size_t count)
{
    static const char sql[] = "INSERT OR IGNORE INTO base (tab, id, cells) VALUES (?, ?, ?)";
    size_t tab;
    if (!staging_find_table(&tab, table))
        return;
    size_t room = staging->tables[tab].column_count + count;
    struct staging_row row = { ARENA_ARRAY(&staging->round, struct str, room), room };
    for (size_t i = 0; i < count; i++) {
        size_t column;
        if (staging_column(&column, staging, tab, cells[i].column))
            row.at[column] = cells[i].value;
    }
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, row.at[0]);
    import_db_bind_blob(stmt, 3, staging_pack(&row, &staging->round));
    import_db_run(&staging->db, stmt);
}
