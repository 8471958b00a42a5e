#include "publish/catalogue.h"
#include "tool/command.h"

#include <stdio.h>
#include <string.h>

static bool merge_all(const struct source *source, const struct pack_texts *texts, struct err *err)
{
    if (!catalogue_write_template(source, texts, err))
        return false;
    for (size_t i = 0; i < source->translation_count; i++) {
        if (!catalogue_merge(source, source->translations[i].lang, err))
            return false;
    }
    return true;
}

static void print_coverage(const struct source *source, const struct pack_texts *texts)
{
    for (size_t i = 0; i < source->translation_count; i++) {
        const struct translations *translations = &source->translations[i];
        struct coverage coverage = catalogue_coverage(translations, texts);
        printf("%s: %zu of %zu translated (%zu %%), %zu changed, %zu missing, %s\n", translations->lang,
               coverage.current, texts->count, texts->count > 0 ? coverage.current * 100 / texts->count : 100,
               coverage.stale, coverage.missing,
               translations->checked ? "checked by a speaker" : "not checked by a speaker");
    }
}

enum status cmd_catalogue(const struct arguments *arguments)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    struct pack_texts texts;
    struct err err;
    if (!source_load(&source, &findings, &arena, arguments->words[0], &err))
        return command_failed(&err);
    findings_sort(&findings);
    /* A template made from half a table would throw translations away. */
    if (command_say_errors(&findings))
        return STATUS_NO;
    texts_list(&texts, &source);
    if (!merge_all(&source, &texts, &err))
        return command_failed(&err);
    findings = (struct findings){ .arena = &arena };
    if (!source_load(&source, &findings, &arena, arguments->words[0], &err))
        return command_failed(&err);
    print_coverage(&source, &texts);
    return command_say_errors(&findings) ? STATUS_NO : STATUS_DONE;
}
