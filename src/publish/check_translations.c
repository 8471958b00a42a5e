/* Catalogues against the texts: what is missing, out of date, or says something else. */
#include "publish/checks.h"
#include "publish/compare.h"
#include "publish/texts.h"

#include "base/file.h"

#include <string.h>

#define SAMPLES 3

/* Counts what one finding per language tells, with the first few as examples. */
struct tally {
    size_t count;
    const char *samples;
};

static void tally_add(struct tally *tally, struct arena *arena, const char *context)
{
    if (tally->count < SAMPLES)
        tally->samples = tally->count == 0 ? context : arena_printf(arena, "%s, %s", tally->samples, context);
    tally->count++;
}

static void report(const struct tally *tally, struct findings *findings, enum rule rule,
                   const struct translations *translations, size_t texts, const char *what)
{
    if (tally->count > 0)
        finding_add(findings, rule, (struct spot){ translations->file, 0, NULL }, "%zu of %zu texts are %s: %s%s",
                    tally->count, texts, what, tally->samples, tally->count > SAMPLES ? ", …" : "");
}

static void compare(const struct pack_text *text, const struct translation *found,
                    const struct translations *translations, struct findings *findings)
{
    struct spot where = { translations->file, found->line, text->context };
    struct str placeholder = compare_placeholders(text->value, found->text);
    struct str number = compare_numbers(text->value, found->text);
    if (placeholder.len > 0)
        finding_add(findings, RULE_PLACEHOLDER_DIFFERS, where, "%.*s does not stand on both sides",
                    STR_FMT(placeholder));
    if (number.len > 0)
        finding_add(findings, RULE_NUMBER_DIFFERS, where, "the number %.*s is missing", STR_FMT(number));
}

static void check_texts(const struct translations *translations, struct findings *findings)
{
    for (size_t i = 0; i < translations->count; i++) {
        const struct translation *translation = &translations->at[i];
        check_characters(findings, (struct spot){ translations->file, translation->line, translation->context },
                         translation->text);
    }
}

static void check_language(const struct translations *translations, const struct pack_texts *texts,
                           struct findings *findings)
{
    check_texts(translations, findings);
    struct tally missing = { 0 };
    struct tally stale = { 0 };
    for (size_t i = 0; i < texts->count; i++) {
        const struct pack_text *text = &texts->at[i];
        const struct translation *found;
        enum match match = translations_find(&found, translations, text->context, text->value);
        if (match == MATCH_NONE)
            tally_add(&missing, findings->arena, text->context);
        else if (match == MATCH_STALE)
            tally_add(&stale, findings->arena, text->context);
        else
            compare(text, found, translations, findings);
    }
    report(&missing, findings, RULE_TRANSLATION_MISSING, translations, texts->count, "not translated");
    report(&stale, findings, RULE_TRANSLATION_STALE, translations, texts->count,
           "translated from an older source text");
}

/* A catalogue of a language that the pack does not have would never be seen. */
static void check_strays(const struct source *source, struct findings *findings)
{
    struct file_names names = { 0 };
    const char *folder = arena_printf(source->arena, "%s/po", source->folder);
    if (!file_list(&names, source->arena, folder, ".po", NULL))
        finding_add(findings, RULE_BAD_FILE, (struct spot){ "po", 0, NULL }, "the folder can't be listed");
    for (size_t i = 0; i < names.count; i++) {
        const char *lang = arena_str(source->arena, (struct str){ names.at[i], strlen(names.at[i]) - 3 });
        const char *file = arena_printf(source->arena, "po/%s", names.at[i]);
        if (!tags_have(&source->manifest.languages, lang) || strcmp(lang, source->manifest.source_language) == 0)
            finding_add(findings, RULE_UNKNOWN_LANGUAGE, (struct spot){ file, 0, NULL },
                        "\"%s\" is no language that the pack is translated into", lang);
    }
}

void check_translations(const struct source *source, struct findings *findings)
{
    struct pack_texts texts;
    texts_list(&texts, source);
    if (source->manifest.languages.count > 0)
        check_strays(source, findings);
    for (size_t i = 0; i < source->translation_count; i++)
        check_language(&source->translations[i], &texts, findings);
}
