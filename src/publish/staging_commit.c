/* The end of a source's row: its rows go into the temporary database, each beside what is there of the same id. */
#include "publish/staging_parts.h"

#include <string.h>

struct existing {
    int64_t n;
    struct spot where;
    struct staging_row row;
};

static bool find_existing(struct existing *out, struct staging *staging, size_t tab, const char *id)
{
    static const char sql[] = "SELECT n, (SELECT name FROM file WHERE file.n = staged.file), line, cells "
                              "FROM staged WHERE tab = ? AND id = ?";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, str_of(id));
    if (!import_db_row(&staging->db, stmt))
        return false;
    struct str cells = import_db_str(stmt, 3);
    out->n = import_db_int(stmt, 0);
    out->where =
        (struct spot){ arena_str(&staging->round, import_db_str(stmt, 1)), (long)import_db_int(stmt, 2), NULL };
    cells.at = arena_str(&staging->round, cells);
    out->row = staging_unpack(cells, staging->tables[tab].column_count, &staging->round);
    import_db_end(stmt);
    return true;
}

/* The first column that makes it another thing; NULL if it may be the same. */
static const char *contradiction(const struct staging *staging, size_t tab, const struct staging_row *a,
                                 const struct staging_row *b)
{
    const char *const *names = staging_identity(tab);
    size_t column;
    for (size_t i = 0; names[i]; i++) {
        if (!map_get(&staging->tables[tab].by_name, names[i], &column))
            continue;
        struct str left = staging_get(a, column);
        struct str right = staging_get(b, column);
        if (left.len > 0 && right.len > 0 && !str_eq(left, right))
            return names[i];
    }
    return NULL;
}

/* A row that nothing links to keeps its content under another id. */
static void renumber(struct staging *staging, struct staging_pending *pending, const struct existing *existing)
{
    const char *before = arena_printf(&staging->round, "%.*s#", STR_FMT(pending->given));
    size_t x_id;
    staging_doubt(staging, "id", pending->given,
                  "is the id of row %ld of %s too, which says something else; this one "
                  "gets an id of its own",
                  existing->where.row, existing->where.file);
    pending->id = staging_made_id(staging, pending->tab, &pending->row, before);
    pending->row.at[0] = str_of(pending->id);
    if (staging_column(&x_id, staging, pending->tab, STAGING_X_ID) && x_id < pending->row.count)
        pending->row.at[x_id] = pending->given;
}

/* Nobody can find what has no name. */
static bool lacks_name(const struct staging *staging, const struct staging_pending *pending)
{
    static const char *const named[] = { "organizations", "services" };
    size_t column;
    for (size_t i = 0; i < COUNT(named); i++) {
        if (strcmp(staging->tables[pending->tab].spec->file, named[i]) == 0)
            return map_get(&staging->tables[pending->tab].by_name, "name", &column) &&
                   staging_get(&pending->row, column).len == 0;
    }
    return false;
}

/* The row's first record must not be another thing with the id of one that is there; what it holds of others may be
 * told a little differently from row to row. */
static bool settle_ids(struct staging *staging)
{
    struct existing existing;
    for (size_t i = 0; i < staging->count; i++) {
        struct staging_pending *pending = &staging->at[i];
        if (!find_existing(&existing, staging, pending->tab, pending->id)) {
            if (i == staging->main && lacks_name(staging, pending)) {
                staging_refuse(staging, "name", pending->given, "is missing");
                return false;
            }
            continue;
        }
        const char *column = contradiction(staging, pending->tab, &existing.row, &pending->row);
        if (!column)
            continue;
        if (staging_can_renumber(pending->tab)) {
            renumber(staging, pending, &existing);
        } else if (i == staging->main) {
            staging_refuse(staging, "id", pending->given, "is the id of row %ld of %s, where %s is another",
                           existing.where.row, existing.where.file, column);
            return false;
        }
    }
    return true;
}

void staging_insert(struct staging *staging, const struct staging_pending *pending, int64_t first)
{
    static const char sql[] = "INSERT INTO staged (n, tab, id, file, line, first, cells) VALUES (?, ?, ?, ?, ?, ?, ?)";
    struct staging_table *table = &staging->tables[pending->tab];
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    int64_t n = ++staging->last;
    import_db_bind_int(stmt, 1, n);
    import_db_bind_int(stmt, 2, (int64_t)pending->tab);
    import_db_bind_str(stmt, 3, str_of(pending->id));
    import_db_bind_int(stmt, 4, staging->file);
    import_db_bind_int(stmt, 5, staging->where.row);
    import_db_bind_int(stmt, 6, first > 0 ? first : n);
    import_db_bind_blob(stmt, 7, staging_pack_with_links(pending, &staging->round));
    import_db_run(&staging->db, stmt);
    for (size_t i = 0; i < pending->row.count && i < table->column_count; i++)
        table->used[i] = table->used[i] || pending->row.at[i].len > 0;
    table->covered = true;
    table->staged++;
}

static void rewrite(struct staging *staging, size_t tab, const struct existing *existing)
{
    static const char sql[] = "UPDATE staged SET cells = ? WHERE n = ?";
    struct staging_table *table = &staging->tables[tab];
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_blob(stmt, 1, staging_pack(&existing->row, &staging->round));
    import_db_bind_int(stmt, 2, existing->n);
    import_db_run(&staging->db, stmt);
    for (size_t i = 0; i < existing->row.count; i++)
        table->used[i] = table->used[i] || existing->row.at[i].len > 0;
}

/* Adds what is not known yet; true if there was any. */
static bool merge(struct staging *staging, const struct staging_pending *pending, struct existing *existing)
{
    const struct staging_table *table = &staging->tables[pending->tab];
    bool added = false;
    for (size_t i = 1; i < existing->row.count; i++) {
        struct str now = staging_get(&pending->row, i);
        struct str *before = &existing->row.at[i];
        if (now.len == 0 || str_eq(now, *before))
            continue;
        if (before->len > 0 && pending->appends) {
            if (str_contains(*before, now))
                continue;
            now = str_of(arena_printf(&staging->round, "%.*s\n%.*s", STR_FMT(*before), STR_FMT(now)));
        } else if (before->len > 0) {
            staging_doubt(staging, table->columns[i], now, "is left out: row %ld of %s says otherwise of the same %s",
                          existing->where.row, existing->where.file, table->spec->name);
            continue;
        }
        *before = now;
        added = true;
    }
    if (added)
        rewrite(staging, pending->tab, existing);
    return added;
}

static void take(struct staging *staging)
{
    int64_t first = staging->last + 1;
    bool anything = false;
    struct existing existing = { 0 };
    for (size_t i = 0; i < staging->count; i++) {
        const struct staging_pending *pending = &staging->at[i];
        if (find_existing(&existing, staging, pending->tab, pending->id)) {
            anything = merge(staging, pending, &existing) || anything;
        } else if (lacks_name(staging, pending)) {
            staging_doubt(staging, "name", pending->given, "is missing: this %s is left out",
                          staging->tables[pending->tab].spec->name);
        } else {
            staging_insert(staging, pending, first);
            anything = true;
        }
    }
    if (!anything && !staging->doubted)
        staging_doubt(staging, NULL, (struct str){ 0 }, "says nothing that row %ld of %s does not say",
                      existing.where.row, existing.where.file);
}

/* What is refused this time is still at the source. */
static void hold(struct staging *staging)
{
    static const char sql[] = "INSERT OR IGNORE INTO held (tab, id) VALUES (?, ?)";
    for (size_t i = 0; i < staging->count; i++) {
        struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
        import_db_bind_int(stmt, 1, (int64_t)staging->at[i].tab);
        import_db_bind_str(stmt, 2, str_of(staging->at[i].id));
        import_db_run(&staging->db, stmt);
    }
}

void staging_end_row(struct staging *staging)
{
    if (!staging->refused && staging->count == 0)
        staging_refuse(staging, NULL, (struct str){ 0 }, "has nothing that a pack can take");
    if (!staging->refused && settle_ids(staging))
        take(staging);
    else
        hold(staging);
    if (staging->refused)
        staging_counts(staging, staging->file)->refused++;
    else
        staging_counts(staging, staging->file)->taken++;
}
