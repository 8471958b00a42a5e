/* One table of the folder beside what is staged and what the source said the last time: row by row, three ways. */
#include "publish/import_parts.h"

#include "publish/csv_stream.h"
#include "publish/csv_write.h"
#include "publish/spec.h"

#include <stdlib.h>
#include <string.h>

#define NO_COLUMN SIZE_MAX

struct merge {
    struct import *import;
    size_t tab;
    const char *path;
    size_t *columns; /* of each column of the file: its place in the table, or NO_COLUMN */
    size_t width;
    size_t *added; /* columns that the file gets at its end */
    size_t added_count;
    const char *line_end;
    bool needs_end;       /* the last row was written as it stood, without a line end */
    struct file_out *out; /* NULL in a dry run */
    unsigned char *seen;  /* a bit for each staged row that the file has */
};

struct three {
    bool has_base, has_theirs;
    int64_t n; /* of the staged row */
    struct staging_row base, theirs;
};

static bool look_up(struct staging *staging, const char *sql, size_t tab, struct str id, int64_t *n,
                    struct staging_row *out)
{
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, id);
    if (!import_db_row(&staging->db, stmt))
        return false;
    struct str cells = import_db_str(stmt, 1);
    cells.at = arena_str(&staging->round, cells);
    *n = import_db_int(stmt, 0);
    *out = staging_unpack(cells, staging->tables[tab].column_count, &staging->round);
    import_db_end(stmt);
    return true;
}

static struct three three_of(struct staging *staging, size_t tab, struct str id)
{
    static const char base[] = "SELECT n, cells FROM base WHERE tab = ? AND id = ?";
    static const char theirs[] = "SELECT n, cells FROM staged WHERE tab = ? AND id = ?";
    struct three three = { 0 };
    int64_t ignored;
    three.has_base = look_up(staging, base, tab, id, &ignored, &three.base);
    three.has_theirs = look_up(staging, theirs, tab, id, &three.n, &three.theirs);
    return three;
}

static void note_conflict(const struct merge *merge, enum import_conflict kind, struct str id, const char *column,
                          const struct str values[3])
{
    static const char sql[] =
        "INSERT INTO conflict (kind, tab, id, col, base, ours, theirs) VALUES (?, ?, ?, ?, ?, ?, ?)";
    struct import_db *db = &merge->import->staging->db;
    struct sqlite3_stmt *stmt = import_db_begin(db, sql);
    import_db_bind_int(stmt, 1, kind);
    import_db_bind_int(stmt, 2, (int64_t)merge->tab);
    import_db_bind_str(stmt, 3, id);
    import_db_bind_str(stmt, 4, str_of(column));
    for (int i = 0; i < 3; i++)
        import_db_bind_str(stmt, 5 + i, values[i]);
    import_db_run(db, stmt);
}

static void begin_row(struct merge *merge)
{
    if (merge->needs_end)
        file_out_put(merge->out, str_of(merge->line_end));
    merge->needs_end = false;
}

static struct str without_end(struct str raw)
{
    while (raw.len > 0 && (raw.at[raw.len - 1] == '\n' || raw.at[raw.len - 1] == '\r'))
        raw.len--;
    return raw;
}

/* The row as it stands, with the new columns' cells (or names) behind it. */
static void write_kept(struct merge *merge, const struct csv_line *line, const struct str *added)
{
    if (!merge->out)
        return;
    begin_row(merge);
    struct str bare = without_end(line->raw);
    file_out_put(merge->out, bare);
    for (size_t i = 0; line->raw.len == 0 && i < line->count; i++) {
        file_out_put(merge->out, str_of(i > 0 ? "," : ""));
        csv_write_cell(merge->out, line->cells[i]);
    }
    for (size_t i = 0; i < merge->added_count; i++) {
        file_out_put(merge->out, STR(","));
        csv_write_cell(merge->out, added ? added[i] : (struct str){ 0 });
    }
    merge->needs_end = bare.len == line->raw.len && line->raw.len > 0;
    if (!merge->needs_end)
        file_out_put(merge->out, str_of(merge->line_end));
}

static void write_cells(struct merge *merge, const struct str *cells)
{
    if (!merge->out)
        return;
    begin_row(merge);
    csv_write_row(merge->out, cells, merge->width + merge->added_count, merge->line_end);
}

/* What becomes of one cell: theirs where only they changed it, ours everywhere else. */
static struct str merge_cell(struct merge *merge, const struct three *three, size_t column, struct str ours)
{
    struct str theirs = staging_get(&three->theirs, column);
    struct str base = staging_get(&three->base, column);
    if (str_eq(theirs, ours) || (three->has_base && str_eq(theirs, base)))
        return ours;
    if (three->has_base ? str_eq(ours, base) : ours.len == 0)
        return theirs;
    if (three->has_base || theirs.len > 0)
        note_conflict(merge, CONFLICT_CELL, staging_get(&three->theirs, 0),
                      merge->import->staging->tables[merge->tab].columns[column], (struct str[]){ base, ours, theirs });
    return ours;
}

static void merge_row(struct merge *merge, const struct csv_line *line, const struct three *three)
{
    struct import_counts *counts = &merge->import->counts[merge->tab];
    struct str *cells = ARENA_ARRAY(&merge->import->staging->round, struct str, merge->width + merge->added_count);
    bool changed = false;
    for (size_t i = 0; i < merge->width; i++) {
        size_t column = merge->columns[i];
        cells[i] =
            column == NO_COLUMN || column == 0 ? line->cells[i] : merge_cell(merge, three, column, line->cells[i]);
        changed = changed || cells[i].at != line->cells[i].at;
    }
    for (size_t i = 0; i < merge->added_count; i++) {
        cells[merge->width + i] = staging_get(&three->theirs, merge->added[i]);
        changed = changed || cells[merge->width + i].len > 0;
    }
    counts->changed += changed ? 1 : 0;
    counts->unchanged += changed ? 0 : 1;
    if (changed)
        write_cells(merge, cells);
    else
        write_kept(merge, line, NULL);
}

static bool is_as_it_was(const struct merge *merge, const struct csv_line *line, const struct staging_row *base)
{
    for (size_t i = 0; i < merge->width; i++) {
        if (merge->columns[i] != NO_COLUMN && !str_eq(line->cells[i], staging_get(base, merge->columns[i])))
            return false;
    }
    return true;
}

static bool is_held(struct staging *staging, size_t tab, struct str id)
{
    static const char sql[] = "SELECT 1 FROM held WHERE tab = ? AND id = ?";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)tab);
    import_db_bind_str(stmt, 2, id);
    bool held = import_db_row(&staging->db, stmt);
    import_db_end(stmt);
    return held;
}

/* A row of this source that is not there any more. */
static void remove_row(struct merge *merge, const struct csv_line *line, struct str id, const struct three *three)
{
    struct import_counts *counts = &merge->import->counts[merge->tab];
    bool kept = !import_may_remove(merge->import, merge->tab) || is_held(merge->import->staging, merge->tab, id);
    if (!kept && is_as_it_was(merge, line, &three->base)) {
        counts->removed++;
        return;
    }
    if (!kept)
        note_conflict(merge, CONFLICT_REMOVED, id, NULL, (struct str[3]){ { 0 } });
    counts->kept += kept ? 1 : 0;
    write_kept(merge, line, NULL);
}

static bool see(struct merge *merge, int64_t n)
{
    unsigned char bit = (unsigned char)(1u << (n % 8));
    bool before = merge->seen[n / 8] & bit;
    merge->seen[n / 8] |= bit;
    return before;
}

static void take_line(struct merge *merge, const struct csv_line *line, size_t id_column)
{
    struct str id = line->cells[id_column];
    arena_reset(&merge->import->staging->round);
    struct three three = three_of(merge->import->staging, merge->tab, id);
    if (three.has_theirs && !see(merge, three.n))
        merge_row(merge, line, &three);
    else if (three.has_base && !three.has_theirs)
        remove_row(merge, line, id, &three);
    else
        write_kept(merge, line, NULL); /* of no concern here, or an id that stands twice */
}

/* Staged rows that the file does not have: new ones, and ones that somebody deleted here. */
static void append_rows(struct merge *merge)
{
    static const char sql[] =
        "SELECT n, id, cells, (SELECT cells FROM base WHERE base.tab = ?1 AND base.id = staged.id) "
        "FROM staged WHERE tab = ?1 ORDER BY n";
    struct import *import = merge->import;
    struct staging *staging = import->staging;
    size_t columns = staging->tables[merge->tab].column_count;
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    import_db_bind_int(stmt, 1, (int64_t)merge->tab);
    while (import_db_row(&staging->db, stmt)) {
        struct str cells = import_db_str(stmt, 2);
        struct str base = import_db_str(stmt, 3);
        if (see(merge, import_db_int(stmt, 0)))
            continue;
        arena_reset(&staging->round);
        struct staging_row theirs = staging_unpack(cells, columns, &staging->round);
        if (base.len > 0) {
            struct staging_row before = staging_unpack(base, columns, &staging->round);
            if (!import_same_row(&before, &theirs))
                note_conflict(merge, CONFLICT_DELETED, theirs.at[0], NULL, (struct str[3]){ { 0 } });
            import->counts[merge->tab].deleted++;
            continue;
        }
        struct str *out = ARENA_ARRAY(&staging->round, struct str, merge->width + merge->added_count);
        for (size_t i = 0; i < merge->width; i++)
            out[i] = merge->columns[i] == NO_COLUMN ? (struct str){ 0 } : staging_get(&theirs, merge->columns[i]);
        for (size_t i = 0; i < merge->added_count; i++)
            out[merge->width + i] = staging_get(&theirs, merge->added[i]);
        write_cells(merge, out);
        import->counts[merge->tab].added++;
    }
}

static bool is_required(const char *table, const char *column)
{
    enum table_id id;
    if (!spec_find(&id, table))
        return false;
    for (size_t i = 0; i < COLUMNS_MAX && spec_of(id)->columns[i].name; i++) {
        if (strcmp(spec_of(id)->columns[i].name, column) == 0)
            return spec_of(id)->columns[i].required;
    }
    return false;
}

/* Columns that the source fills and the file lacks; but not those that were deleted here since the last import. */
static void choose_added(struct merge *merge, bool is_new)
{
    const struct import *import = merge->import;
    const struct staging_table *table = &import->staging->tables[merge->tab];
    const bool *base_has = import->base_has[merge->tab];
    merge->added = ARENA_ARRAY(&merge->import->arena, size_t, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        bool there = false;
        for (size_t j = 0; j < merge->width; j++)
            there = there || merge->columns[j] == i;
        bool wanted = table->used[i] ? !base_has || !base_has[i] || is_new : false;
        if (!there && (wanted || (is_new && (i == 0 || is_required(table->spec->file, table->columns[i])))))
            merge->added[merge->added_count++] = i;
    }
}

static const struct str *added_names(const struct merge *merge)
{
    const struct staging_table *table = &merge->import->staging->tables[merge->tab];
    struct str *names = ARENA_ARRAY(&merge->import->arena, struct str, merge->added_count);
    for (size_t i = 0; i < merge->added_count; i++)
        names[i] = str_of(table->columns[merge->added[i]]);
    return names;
}

static bool begin_new(struct merge *merge)
{
    choose_added(merge, true);
    merge->line_end = "\n";
    if (merge->out)
        csv_write_row(merge->out, added_names(merge), merge->added_count, merge->line_end);
    return true;
}

static bool refuse_file(const struct merge *merge, long row, const char *what, struct err *err)
{
    return err_at(err, ERR_FORMAT, merge->path, row, "%s: correct it first (maison-pack check says what is wrong)",
                  what);
}

/* The row of names: which columns there are, and what lines end with. */
static bool read_names(struct merge *merge, const struct csv_line *names, size_t *id_column, struct err *err)
{
    struct import *import = merge->import;
    struct staging_table *table = &import->staging->tables[merge->tab];
    merge->width = names->count;
    merge->columns = ARENA_ARRAY(&import->arena, size_t, names->count);
    *id_column = NO_COLUMN;
    for (size_t i = 0; i < names->count; i++) {
        const char *name = arena_str(&import->arena, str_trim(names->cells[i]));
        if (!map_get(&table->by_name, name, &merge->columns[i]))
            merge->columns[i] = NO_COLUMN;
        else if (merge->columns[i] == 0)
            *id_column = i;
    }
    if (*id_column == NO_COLUMN)
        return refuse_file(merge, names->row, "there is no column id", err);
    merge->line_end = str_ends(names->raw, STR("\r\n")) ? "\r\n" : "\n";
    choose_added(merge, false);
    return true;
}

static bool merge_lines(struct merge *merge, struct csv_stream *stream, struct err *err)
{
    const struct csv_line *line;
    size_t id_column;
    if (!csv_stream_next(stream, &line, err))
        return false;
    if (!line)
        return begin_new(merge);
    if (line->fault || csv_stream_charset(stream) != CHARSET_UTF_8 || csv_stream_delimiter(stream) != ',')
        return refuse_file(merge, line->row, "this is not UTF-8 text with commas between the cells", err);
    if (!read_names(merge, line, &id_column, err))
        return false;
    write_kept(merge, line, added_names(merge));
    while (csv_stream_next(stream, &line, err)) {
        if (!line)
            return true;
        if (line->fault || line->count != merge->width)
            return refuse_file(merge, line->row,
                               line->fault ? line->fault
                                           : "the row has more or fewer cells than the "
                                             "first one",
                               err);
        take_line(merge, line, id_column);
    }
    return false;
}

static bool merge_file(struct merge *merge, const char *path, struct err *err)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    CLEANUP(csv_stream_closep) struct csv_stream *stream = NULL;
    if (!file_exists(path))
        return begin_new(merge);
    if (!feed_open(&feed, path, err) || !csv_stream_open(&stream, feed, 0, err))
        return false;
    if (csv_stream_mark(stream) > 0 && merge->out)
        file_out_put(merge->out, STR("\xEF\xBB\xBF"));
    return merge_lines(merge, stream, err);
}

static int64_t last_staged(struct staging *staging)
{
    static const char sql[] = "SELECT max(n) FROM staged";
    struct sqlite3_stmt *stmt = import_db_begin(&staging->db, sql);
    int64_t last = import_db_row(&staging->db, stmt) ? import_db_int(stmt, 0) : 0;
    import_db_end(stmt);
    return last;
}

bool import_merge_table(struct import *import, size_t tab, struct err *err)
{
    CLEANUP(file_out_closep) struct file_out *out = NULL;
    struct import_counts *counts = &import->counts[tab];
    struct merge merge = { .import = import, .tab = tab };
    merge.path = staging_path_of(import->staging, tab, &import->arena);
    const char *path = arena_printf(&import->arena, "%s/%s", import->options.into, merge.path);
    if (import->staging->tables[tab].staged == 0 && !import->base_has[tab])
        return true;
    if (!import->options.dry_run && !file_out_open(&out, path, err))
        return false;
    merge.out = out;
    merge.seen = calloc(1, (size_t)last_staged(import->staging) / 8 + 1);
    if (!merge.seen)
        return err_set(err, ERR_IO, "out of memory");
    bool good = merge_file(&merge, path, err);
    if (good)
        append_rows(&merge);
    free(merge.seen);
    if (!good || !staging_ok(import->staging, err) || (out && !file_out_finish(out, err)))
        return false;
    if (out && counts->added + counts->changed + counts->removed > 0) {
        import_keep(import, out);
        out = NULL;
    }
    return true;
}
