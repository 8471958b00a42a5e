/* What an import says: in words for people, as JSON for programs. The lists stay in the database until they are said.
 */
#include "publish/import_parts.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define LISTED 20

static const char files_sql[] = "SELECT name, how, skipped, n FROM file ORDER BY skipped IS NOT NULL, n";
static const char notes_sql[] = "SELECT file, line, col, value, reason FROM note WHERE kind = ? ORDER BY n";
static const char conflicts_sql[] = "SELECT kind, tab, id, col, base, ours, theirs FROM conflict ORDER BY n";
static const char duplicates_sql[] = "SELECT id, name, other, other_name, why FROM duplicate ORDER BY n";

/* 0-terminated, "" for NULL. */
static const char *text_at(struct sqlite3_stmt *stmt, int column, struct arena *arena)
{
    return arena_str(arena, import_db_str(stmt, column));
}

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

static void say_files(const struct import *import, FILE *out, struct arena *arena)
{
    struct sqlite3_stmt *stmt = import_db_begin(&import->staging->db, files_sql);
    while (import_db_row(&import->staging->db, stmt)) {
        const char *how = text_at(stmt, 1, arena);
        const char *skipped = text_at(stmt, 2, arena);
        const struct staging_file_counts *counts = staging_counts(import->staging, import_db_int(stmt, 3));
        int64_t taken = counts->taken;
        int64_t lost = counts->refused;
        if (skipped[0])
            fprintf(out, "  %s: not read: %s\n", text_at(stmt, 0, arena), skipped);
        else
            fprintf(out, "  %s: %lld row%s read, %lld taken, %lld refused%s%s%s\n", text_at(stmt, 0, arena),
                    (long long)(taken + lost), plural(taken + lost), (long long)taken, (long long)lost,
                    how[0] ? " (" : "", how, how[0] ? ")" : "");
    }
}

static int64_t count_of(const struct import *import, const char *sql, int kind)
{
    struct sqlite3_stmt *stmt = import_db_begin(&import->staging->db, sql);
    int64_t count = 0;
    import_db_bind_int(stmt, 1, kind);
    while (import_db_row(&import->staging->db, stmt))
        count++;
    return count;
}

static void say_rest(FILE *out, int64_t count)
{
    if (count > LISTED)
        fprintf(out, "  … and %lld more; --report FILE lists all\n", (long long)(count - LISTED));
}

static void say_notes(const struct import *import, enum staging_note kind, const char *title, FILE *out)
{
    int64_t count = count_of(import, notes_sql, (int)kind);
    struct sqlite3_stmt *stmt = import_db_begin(&import->staging->db, notes_sql);
    import_db_bind_int(stmt, 1, kind);
    if (count > 0)
        fprintf(out, "%s (%lld):\n", title, (long long)count);
    for (int i = 0; i < LISTED && import_db_row(&import->staging->db, stmt); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        const char *column = text_at(stmt, 2, &arena);
        const char *value = text_at(stmt, 3, &arena);
        fprintf(out, "  %s:%lld:%s%s", text_at(stmt, 0, &arena), (long long)import_db_int(stmt, 1), column,
                column[0] ? ":" : "");
        if (value[0])
            fprintf(out, " \"%s\"", value);
        fprintf(out, " %s\n", text_at(stmt, 4, &arena));
    }
    import_db_end(stmt);
    say_rest(out, count);
}

static void say_tables(const struct import *import, FILE *out, struct arena *arena)
{
    for (size_t tab = 0; tab < STAGING_TABLE_COUNT; tab++) {
        const struct import_counts *counts = &import->counts[tab];
        if (import->staging->tables[tab].staged == 0 && !import->base_has[tab])
            continue;
        fprintf(out, "  %s: %lld added, %lld changed, %lld removed, %lld unchanged",
                staging_path_of(import->staging, tab, arena), (long long)counts->added, (long long)counts->changed,
                (long long)counts->removed, (long long)counts->unchanged);
        if (counts->deleted > 0)
            fprintf(out, ", %lld deleted here and left so", (long long)counts->deleted);
        if (counts->kept > 0)
            fprintf(out, ", %lld no longer in the source but kept", (long long)counts->kept);
        fprintf(out, "\n");
    }
}

static const char *const conflict_words[] = {
    [CONFLICT_CELL] = "edited here, and changed at the source",
    [CONFLICT_DELETED] = "deleted here, and changed at the source",
    [CONFLICT_REMOVED] = "edited here, and removed at the source",
};
static_assert(COUNT(conflict_words) == CONFLICT_COUNT, "each conflict needs words");

static const char *const conflict_ids[] = {
    [CONFLICT_CELL] = "changed",
    [CONFLICT_DELETED] = "deleted-here",
    [CONFLICT_REMOVED] = "removed-there",
};
static_assert(COUNT(conflict_ids) == CONFLICT_COUNT, "each conflict needs an id");

static void say_conflicts(const struct import *import, FILE *out)
{
    int64_t count = count_of(import, conflicts_sql, 0);
    struct sqlite3_stmt *stmt = import_db_begin(&import->staging->db, conflicts_sql);
    if (count > 0)
        fprintf(out, "Yours was kept where the source says otherwise now (%lld):\n", (long long)count);
    for (int i = 0; i < LISTED && import_db_row(&import->staging->db, stmt); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        const char *column = text_at(stmt, 3, &arena);
        fprintf(out, "  %s/%s%s%s: %s", import->staging->tables[import_db_int(stmt, 1)].spec->file,
                text_at(stmt, 2, &arena), column[0] ? "/" : "", column, conflict_words[import_db_int(stmt, 0)]);
        if (column[0])
            fprintf(out, ": \"%s\" here, \"%s\" there", text_at(stmt, 5, &arena), text_at(stmt, 6, &arena));
        fprintf(out, "\n");
    }
    import_db_end(stmt);
    say_rest(out, count);
}

static void say_duplicates(const struct import *import, FILE *out)
{
    struct sqlite3_stmt *stmt = import_db_begin(&import->staging->db, duplicates_sql);
    if (import->duplicates > 0)
        fprintf(out, "Perhaps the same service twice; look at both (%lld):\n", (long long)import->duplicates);
    for (int i = 0; i < LISTED && import_db_row(&import->staging->db, stmt); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        fprintf(out, "  \"%s\" (services/%s) and \"%s\" (services/%s): same name and %s\n", text_at(stmt, 1, &arena),
                text_at(stmt, 0, &arena), text_at(stmt, 3, &arena), text_at(stmt, 2, &arena), text_at(stmt, 4, &arena));
    }
    import_db_end(stmt);
    say_rest(out, import->duplicates);
}

static void say_hints(const struct import *import, FILE *out)
{
    const struct staging *staging = import->staging;
    if (staging->incomplete)
        fprintf(out, "Nothing was taken out: %s.\n", staging->incomplete);
    else if (staging->record_lost)
        fprintf(out, "Nothing was taken out, because refused rows may be records that are there still.\n");
    if (import->new_source && import->other_sources)
        fprintf(out,
                "\"%s\" is a new source beside others in this folder. If it is one of them under a new name, import "
                "it with --source NAME.\n",
                staging->source);
    if (import->without_source_row > 0)
        fprintf(out, "Of %lld service%s nothing says where they come from: give the feed's web address with --url.\n",
                (long long)import->without_source_row, plural(import->without_source_row));
}

bool import_report_words(const struct import *import, FILE *out, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    bool dry = import->options.dry_run;
    fprintf(out, "%s as %s, source \"%s\"\n", import->options.from, import->importer->id, import->staging->source);
    say_files(import, out, &arena);
    say_notes(import, STAGING_REFUSED, "Refused", out);
    say_notes(import, STAGING_DOUBT, "Left out or changed", out);
    fprintf(out, dry ? "Would be in %s:\n" : "Now in %s:\n", import->options.into);
    say_tables(import, out, &arena);
    say_conflicts(import, out);
    say_duplicates(import, out);
    say_hints(import, out);
    if (!import_is_useful(import))
        fprintf(out, "Nothing could be taken; nothing was written.\n");
    else if (dry)
        fprintf(out, "Nothing was written: this was a dry run.\n");
    return staging_ok(import->staging, err);
}

/* One element of a list, on a line of its own. Lists can be long: they are never held as a whole. */
static bool put(FILE *out, bool *first, json_t *item)
{
    fprintf(out, "%s\n    ", *first ? "" : ",");
    *first = false;
    bool good = item && json_dumpf(item, out, 0) == 0;
    json_decref(item);
    return good;
}

static json_t *or_null(const char *text)
{
    return text[0] ? json_string(text) : json_null();
}

typedef json_t *item_fn(const struct import *import, struct sqlite3_stmt *stmt, struct arena *arena);

static json_t *file_item(const struct import *import, struct sqlite3_stmt *stmt, struct arena *arena)
{
    const struct staging_file_counts *counts = staging_counts(import->staging, import_db_int(stmt, 3));
    int64_t taken = counts->taken;
    int64_t refused = counts->refused;
    return json_pack("{s:s, s:o, s:o, s:I, s:I, s:I}", "file", text_at(stmt, 0, arena), "how",
                     or_null(text_at(stmt, 1, arena)), "skipped", or_null(text_at(stmt, 2, arena)), "read",
                     (json_int_t)(taken + refused), "taken", (json_int_t)taken, "refused", (json_int_t)refused);
}

static json_t *note_item(const struct import *import, struct sqlite3_stmt *stmt, struct arena *arena)
{
    (void)import;
    return json_pack("{s:s, s:I, s:o, s:s, s:s}", "file", text_at(stmt, 0, arena), "row",
                     (json_int_t)import_db_int(stmt, 1), "column", or_null(text_at(stmt, 2, arena)), "value",
                     text_at(stmt, 3, arena), "reason", text_at(stmt, 4, arena));
}

static json_t *conflict_item(const struct import *import, struct sqlite3_stmt *stmt, struct arena *arena)
{
    return json_pack("{s:s, s:s, s:s, s:o, s:s, s:s, s:s}", "kind", conflict_ids[import_db_int(stmt, 0)], "table",
                     import->staging->tables[import_db_int(stmt, 1)].spec->file, "id", text_at(stmt, 2, arena),
                     "column", or_null(text_at(stmt, 3, arena)), "before", text_at(stmt, 4, arena), "here",
                     text_at(stmt, 5, arena), "source", text_at(stmt, 6, arena));
}

static json_t *duplicate_item(const struct import *import, struct sqlite3_stmt *stmt, struct arena *arena)
{
    (void)import;
    return json_pack("{s:s, s:s, s:s, s:s, s:s}", "id", text_at(stmt, 0, arena), "name", text_at(stmt, 1, arena),
                     "other", text_at(stmt, 2, arena), "other_name", text_at(stmt, 3, arena), "same",
                     text_at(stmt, 4, arena));
}

static bool put_list(const struct import *import, FILE *out, const char *name, const char *sql, int kind, item_fn *item)
{
    struct sqlite3_stmt *stmt = import_db_begin(&import->staging->db, sql);
    bool first = true;
    bool good = true;
    import_db_bind_int(stmt, 1, kind);
    fprintf(out, "  \"%s\": [", name);
    while (good && import_db_row(&import->staging->db, stmt)) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        good = put(out, &first, item(import, stmt, &arena));
    }
    fprintf(out, "],\n");
    return good;
}

static bool put_tables(const struct import *import, FILE *out)
{
    bool first = true;
    bool good = true;
    fprintf(out, "  \"tables\": [");
    for (size_t tab = 0; good && tab < STAGING_TABLE_COUNT; tab++) {
        const struct import_counts *counts = &import->counts[tab];
        if (import->staging->tables[tab].staged == 0 && !import->base_has[tab])
            continue;
        good = put(out, &first,
                   json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I}", "table", import->staging->tables[tab].spec->file,
                             "added", (json_int_t)counts->added, "changed", (json_int_t)counts->changed, "removed",
                             (json_int_t)counts->removed, "unchanged", (json_int_t)counts->unchanged, "deleted_here",
                             (json_int_t)counts->deleted, "kept", (json_int_t)counts->kept));
    }
    fprintf(out, "],\n");
    return good;
}

static bool put_head(const struct import *import, FILE *out)
{
    json_auto_t *head = json_pack("{s:s, s:s, s:s, s:s}", "from", import->options.from, "format", import->importer->id,
                                  "source", import->staging->source, "into", import->options.into);
    char *text = head ? json_dumps(head, JSON_COMPACT) : NULL;
    if (!text)
        return false;
    fprintf(out, "{\n  %.*s,\n", (int)strlen(text) - 2, text + 1);
    free(text);
    return true;
}

bool import_report_json(const struct import *import, FILE *out, struct err *err)
{
    const char *incomplete = import->staging->incomplete    ? import->staging->incomplete
                             : import->staging->record_lost ? "refused rows may be records that are there still"
                                                            : NULL;
    json_auto_t *why = incomplete ? json_string(incomplete) : json_null();
    bool good = put_head(import, out) && put_list(import, out, "files", files_sql, 0, file_item) &&
                put_list(import, out, "refused", notes_sql, STAGING_REFUSED, note_item) &&
                put_list(import, out, "doubts", notes_sql, STAGING_DOUBT, note_item) && put_tables(import, out) &&
                put_list(import, out, "conflicts", conflicts_sql, 0, conflict_item) &&
                put_list(import, out, "duplicates", duplicates_sql, 0, duplicate_item);
    fprintf(out, "  \"without_source\": %lld,\n  \"nothing_removed_because\": ", (long long)import->without_source_row);
    good = good && json_dumpf(why, out, JSON_ENCODE_ANY) == 0;
    fprintf(out, ",\n  \"written\": %s\n}\n", import_is_useful(import) && !import->options.dry_run ? "true" : "false");
    if (!good || ferror(out))
        return err_set(err, ERR_IO, "the report can't be written");
    return staging_ok(import->staging, err);
}
