#include "publish/import_parts.h"

#include "base/list.h"
#include "publish/manifest.h"
#include "publish/spec.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MANIFEST_SIZE_MAX ((size_t)8 << 20)

/* The feed's name without its extension and without the date that many files have at the end, so that next month's
 * file is the same source: "export-2026-11-24.zip" is "export". */
static const char *source_name(struct arena *arena, const char *from)
{
    struct str path = str_of(from);
    while (path.len > 1 && path.at[path.len - 1] == '/')
        path.len--;
    for (size_t i = path.len; i > 0; i--) {
        if (path.at[i - 1] == '/' && i < path.len) {
            path = (struct str){ path.at + i, path.len - i };
            break;
        }
    }
    struct str rest;
    struct str name = str_cut(path, '.', &rest);
    while (name.len > 0 && !isalpha((unsigned char)name.at[name.len - 1]))
        name.len--;
    char *out = arena_str(arena, name);
    for (char *at = out; *at; at++)
        *at = isalnum((unsigned char)*at) ? (char)tolower((unsigned char)*at) : '-';
    return out[0] ? out : "feed";
}

static bool read_context(struct import_context *out, struct import *import, struct err *err)
{
    struct findings findings = { .arena = &import->arena };
    struct manifest manifest;
    struct str json;
    const char *path = arena_printf(&import->arena, "%s/%s", import->options.into, MANIFEST_FILE);
    if (!file_is_dir(import->options.into))
        return err_at(err, ERR_MISSING, import->options.into, 0,
                      "is no folder; name the pack's folder, or make one with maison-pack new");
    if (!file_exists(path))
        return err_at(err, ERR_MISSING, path, 0, "is missing: this is no pack's folder; maison-pack new makes one");
    if (!file_read(&json, &import->arena, path, MANIFEST_SIZE_MAX, err))
        return false;
    manifest_read(&manifest, &findings, &json);
    *out = (struct import_context){ .into = import->options.into,
                                    .country = manifest.country,
                                    .language = manifest.source_language,
                                    .tags = manifest.languages.at,
                                    .tag_count = manifest.languages.count,
                                    .today = import->options.today };
    return true;
}

static bool choose_importer(struct import *import, struct feed *feed, struct err *err)
{
    if (!import->options.format) {
        import->importer = importer_detect(feed, err);
        return import->importer != NULL;
    }
    import->importer = importer_find(import->options.format);
    return import->importer || err_set(err, ERR_USAGE, "there is no format %s", import->options.format);
}

#define FORMAT_SIZE_MAX 64

static const char *format_path(struct import *import)
{
    return arena_printf(&import->arena, "%s/import/%s/format", import->options.into, staging_source(import->staging));
}

/* A sheet shows a part of what a feed brings: under the feed's name it would take the rest out, and the other way
 * round. */
static bool check_format(struct import *import, struct err *err)
{
    struct str before;
    const char *now = import->importer->id;
    if (!file_exists(format_path(import)))
        return true;
    if (!file_read(&before, &import->arena, format_path(import), FORMAT_SIZE_MAX, err))
        return false;
    before = str_trim(before);
    bool sheet = strcmp(now, "sheet") == 0 || str_eq(before, STR("sheet"));
    if (!sheet || str_eq_c(before, now))
        return true;
    return err_set(err, ERR_USAGE,
                   "the source %s was imported as %.*s before; give this one another name with --source",
                   staging_source(import->staging), STR_FMT(before));
}

static bool keep_format(struct import *import, struct err *err)
{
    struct file_out *file = NULL;
    if (!file_out_open(&file, format_path(import), err))
        return false;
    file_out_put(file, str_of(import->importer->id));
    file_out_put(file, STR("\n"));
    if (!file_out_finish(file, err)) {
        file_out_close(file);
        return false;
    }
    import_keep(import, file);
    return true;
}

static bool read_feed(struct import *import, struct err *err)
{
    CLEANUP(feed_closep) struct feed *feed = NULL;
    struct import_context context;
    const char *source = import->options.source;
    if (source && (!spec_id_is_plain(source) || source[0] == '.'))
        return err_set(err, ERR_USAGE, "a source is named with up to 64 letters, digits, dots and hyphens, not \"%s\"",
                       source);
    if (!read_context(&context, import, err) || !feed_open(&feed, import->options.from, err) ||
        !choose_importer(import, feed, err))
        return false;
    if (!staging_open(&import->staging, source ? source : source_name(&import->arena, import->options.from), err) ||
        !check_format(import, err))
        return false;
    return import->importer->read(import->staging, feed, &context, err) && staging_ok(import->staging, err);
}

static bool took_anything(const struct import *import)
{
    for (size_t tab = 0; tab < STAGING_TABLE_COUNT; tab++) {
        if (import->staging->tables[tab].staged > 0)
            return true;
    }
    return false;
}

static bool make_folders(struct import *import, struct err *err)
{
    const char *into = import->options.into;
    return file_make_folder(arena_printf(&import->arena, "%s/hsds", into), 0755, err) &&
           file_make_folder(arena_printf(&import->arena, "%s/import", into), 0755, err) &&
           file_make_folder(arena_printf(&import->arena, "%s/import/%s", into, staging_source(import->staging)), 0755,
                            err);
}

static bool merge_all(struct import *import, struct err *err)
{
    for (size_t tab = 0; tab < STAGING_TABLE_COUNT; tab++) {
        bool concerned = import->staging->tables[tab].staged > 0 || import->base_has[tab];
        if (concerned && !import_merge_table(import, tab, err))
            return false;
        if (concerned && !import->options.dry_run && !import_base_write(import, tab, err))
            return false;
    }
    return true;
}

/* Until here nothing of the folder has changed. */
static bool place_all(struct import *import, struct err *err)
{
    for (size_t i = 0; i < import->outputs.count; i++) {
        if (file_out_differs(import->outputs.at[i]) && !file_out_place(import->outputs.at[i], err))
            return false;
    }
    return true;
}

static bool run(struct import *import, struct err *err)
{
    if (!read_feed(import, err))
        return false;
    if (!import_base_load(import, err) || !staging_settle(import->staging, import->options.into, err))
        return false;
    if (!took_anything(import))
        return true; /* the report says why */
    import_name_sources(import);
    if (!import_find_duplicates(import, err))
        return false;
    if (!import->options.dry_run && !make_folders(import, err))
        return false;
    return merge_all(import, err) && (import->options.dry_run || keep_format(import, err)) && place_all(import, err);
}

bool import_run(struct import **out, const struct import_options *options, struct err *err)
{
    CLEANUP(import_closep) struct import *import = calloc(1, sizeof(*import));
    if (!import)
        return err_set(err, ERR_IO, "out of memory");
    import->options = *options;
    if (!run(import, err))
        return false;
    *out = import;
    import = NULL;
    return true;
}

void import_close(struct import *import)
{
    if (!import)
        return;
    for (size_t i = 0; i < import->outputs.count; i++)
        file_out_close(import->outputs.at[i]);
    staging_close(import->staging);
    arena_destroy(&import->arena);
    free(import);
}

void import_closep(struct import **import)
{
    import_close(*import);
}

bool import_is_useful(const struct import *import)
{
    return took_anything(import);
}

void import_keep(struct import *import, struct file_out *file)
{
    *LIST_ADD(&import->arena, import->outputs) = file;
}

bool import_same_row(const struct staging_row *a, const struct staging_row *b)
{
    for (size_t i = 0; i < a->count || i < b->count; i++) {
        if (!str_eq(staging_get(a, i), staging_get(b, i)))
            return false;
    }
    return true;
}
