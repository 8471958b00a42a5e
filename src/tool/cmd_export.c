#include "base/file.h"
#include "base/log.h"
#include "base/nearest.h"
#include "publish/export.h"
#include "tool/command.h"

#include <stdio.h>

enum { OPTION_FORMAT, OPTION_OUT, OPTION_ALL };

static bool find_exporter(const struct exporter **out, const char *format, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const char **ids = ARENA_ARRAY(&arena, const char *, exporter_count);
    const char *all = "";
    for (size_t i = 0; i < exporter_count; i++) {
        ids[i] = exporters[i]->id;
        all = arena_printf(&arena, "%s%s%s", all, i > 0 ? ", " : "", ids[i]);
    }
    *out = exporter_find(format);
    if (*out)
        return true;
    const char *near = nearest_word(format, ids, exporter_count);
    if (near)
        return err_set(err, ERR_USAGE, "there is no format %s; did you mean %s?", format, near);
    return err_set(err, ERR_USAGE, "there is no format %s; there are %s", format, all);
}

static bool fill(struct export_base *base, const char *from, struct err *err)
{
    return file_exists(from) && !file_is_dir(from) ? export_from_pack(base, from, err)
                                                   : export_from_folder(base, from, err);
}

static void print_counts(const struct export_base *base)
{
    for (size_t i = 0; i < HSDS_TABLE_COUNT; i++) {
        if (base->tables[i].rows > 0)
            printf("%s: %zu\n", base->tables[i].spec->file, base->tables[i].rows);
    }
    for (size_t i = 0; i < base->remarks.count; i++)
        printf("%s\n", base->remarks.at[i]);
}

enum status cmd_export(const struct arguments *arguments)
{
    CLEANUP(export_base_closep) struct export_base *base = NULL;
    const struct exporter *exporter = NULL;
    struct err err;
    if (!find_exporter(&exporter, arguments->options[OPTION_FORMAT], &err) || !export_base_open(&base, &err) ||
        !fill(base, arguments->words[0], &err) ||
        !export_base_prepare(base, arguments->options[OPTION_ALL] != NULL, &err) ||
        !exporter->write(base, arguments->options[OPTION_OUT], &err))
        return command_failed(&err);
    print_counts(base);
    return STATUS_DONE;
}
