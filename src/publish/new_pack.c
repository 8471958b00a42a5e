#include "publish/new_pack.h"

#include "base/clock.h"
#include "base/file.h"
#include "publish/import_ids.h"
#include "publish/import_pack.h"
#include "publish/new_texts.h"
#include "publish/sheet_columns.h"
#include "publish/spec.h"

#include <string.h>

struct writer {
    struct arena arena;
    const char *folder;
    const char *lang;
    struct err *err;
};

static void writer_end(struct writer *writer)
{
    arena_destroy(&writer->arena);
}

static bool write_file(struct writer *writer, const char *name, const char *text)
{
    return file_write(arena_printf(&writer->arena, "%s/%s", writer->folder, name), str_of(text), writer->err);
}

static const char *header(struct arena *arena, const struct table_spec *spec)
{
    const char *text = "";
    for (size_t i = 0; i < COLUMNS_MAX && spec->columns[i].name; i++)
        text = arena_printf(arena, "%s%s%s", text, i > 0 ? "," : "", spec->columns[i].name);
    return arena_printf(arena, "%s\n", text);
}

/* The same in every new pack, so that terms of two packs are the same terms. */
static const char *id_of(struct arena *arena, const char *table, const char *code)
{
    char id[IMPORT_ID_SIZE];
    import_id_map(id, IMPORT_OWN_TAXONOMY, table, str_of(code));
    return arena_strdup(arena, id);
}

static const char *term_row(struct arena *arena, const char *code)
{
    return arena_printf(arena, "%s,%s,%s,%s,%s\n", id_of(arena, "taxonomy_terms", code), code, code,
                        IMPORT_OWN_TAXONOMY, id_of(arena, "taxonomies", IMPORT_OWN_TAXONOMY));
}

static const char *terms(struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < new_topic_count; i++)
        text = arena_printf(arena, "%s%s", text, term_row(arena, new_topics[i].id));
    for (size_t i = 0; i < new_answer_count; i++)
        text = arena_printf(arena, "%s%s", text, term_row(arena, new_answers[i]));
    return text;
}

/* Names are for people to write, in their language. */
static const char *topics(struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < new_topic_count; i++)
        text = arena_printf(arena, "%s%s,%s,%s,%zu,,,,,%s\n", text, new_topics[i].id, new_topics[i].icon,
                            new_topics[i].colour, (i + 1) * 10, new_topics[i].sensitive ? "yes" : "no");
    return text;
}

static const char *rows_of(struct arena *arena, enum table_id table)
{
    if (table == TABLE_TAXONOMIES)
        return arena_printf(arena, "%s,%s\n", id_of(arena, "taxonomies", IMPORT_OWN_TAXONOMY), IMPORT_OWN_TAXONOMY);
    if (table == TABLE_TAXONOMY_TERMS)
        return terms(arena);
    return table == TABLE_TOPICS ? topics(arena) : "";
}

static bool write_tables(struct writer *writer)
{
    for (int i = 0; i < TABLE_COUNT; i++) {
        const struct table_spec *spec = spec_of((enum table_id)i);
        const char *text = arena_printf(&writer->arena, "%s%s", header(&writer->arena, spec),
                                        rows_of(&writer->arena, (enum table_id)i));
        if (!write_file(writer, spec->file, text))
            return false;
    }
    return true;
}

static const char *resources(struct arena *arena)
{
    const char *text = "";
    for (int i = 0; i < TABLE_COUNT; i++) {
        const struct table_spec *spec = spec_of((enum table_id)i);
        if (spec->hsds)
            text = arena_printf(
                arena, "%s%s\n    {\"name\": \"%s\", \"path\": \"%s\", \"profile\": \"tabular-data-resource\"}", text,
                text[0] ? "," : "", spec->name, spec->file);
    }
    return text;
}

static bool write_manifest(struct writer *writer, const char *today)
{
    struct civil day;
    if (!civil_parse_date(&day, str_of(today)))
        return err_set(writer->err, ERR_USAGE, "%s is no date", today);
    struct civil end = civil_from_days(civil_days(day.year, day.month, day.day) + 365);
    const char *expires = arena_printf(&writer->arena, "%04d-%02d-%02d", end.year, end.month, end.day);
    return write_file(writer, "datapackage.json",
                      arena_printf(&writer->arena, new_manifest, resources(&writer->arena), writer->lang, writer->lang,
                                   writer->lang, today, expires));
}

static bool write_sheet(struct writer *writer)
{
    const char *names = "";
    const char *notes = "";
    for (int i = 0; i < SHEET_MONDAY; i++) {
        enum sheet_column column = (enum sheet_column)i;
        if (column == SHEET_VERSION)
            continue;
        const char *comma = i > 0 ? "," : "";
        names = arena_printf(&writer->arena, "%s%s%s", names, comma,
                             sheet_column_word(column, writer->lang, &writer->arena));
        notes = arena_printf(&writer->arena, "%s%s%s", notes, comma, new_sheet_example(column));
    }
    return write_file(writer, "sheet.csv", arena_printf(&writer->arena, "%s\n%s\n", names, notes));
}

static bool require_empty(struct writer *writer)
{
    struct file_names names = { 0 };
    if (!file_exists(writer->folder))
        return true;
    if (!file_is_dir(writer->folder) || !file_list(&names, &writer->arena, writer->folder, "", writer->err) ||
        names.count > 0)
        return err_at(writer->err, ERR_USAGE, writer->folder, 0,
                      "is there already and not empty; name a folder that is not there yet");
    return true;
}

bool new_pack_write(const char *folder, const char *lang, const char *today, struct err *err)
{
    CLEANUP(writer_end) struct writer writer = { .folder = folder, .lang = lang, .err = err };
    static const char *const folders[] = { "hsds", "guide", "po" };
    if (!require_empty(&writer) || !file_make_folder(folder, 0755, writer.err))
        return false;
    for (size_t i = 0; i < COUNT(folders); i++) {
        if (!file_make_folder(arena_printf(&writer.arena, "%s/%s", folder, folders[i]), 0755, writer.err))
            return false;
    }
    return write_tables(&writer) && write_sheet(&writer) && write_file(&writer, "README.md", new_readme) &&
           write_manifest(&writer, today);
}
