#include "publish/clips.h"

#include "base/file.h"
#include "base/list.h"
#include "publish/checks.h"
#include "publish/texts.h"

#include <string.h>

#define CLIP_SIZE_MAX ((size_t)2 << 20) /* five minutes of speech */
#define WORDS_SIZE_MAX ((size_t)64 << 10)
#define DEPTH_MOST 6

struct listing {
    const struct source *source;
    struct findings *findings;
    struct arena *arena;
    struct pack_texts texts;
    struct map by_record; /* TABLE/ID/FIELD to the index of its text */
    struct clips *out;
};

static void complain(struct listing *listing, enum rule rule, const char *file, const char *what)
{
    if (listing->findings)
        finding_add(listing->findings, rule, (struct spot){ file, 0, NULL }, "%s", what);
}

/* What the kiosk shows for the text in that language; NULL when it shows another one. */
static const char *shown_text(const struct listing *listing, const struct pack_text *text, const char *lang)
{
    const struct source *source = listing->source;
    if (strcmp(lang, source->manifest.source_language) == 0)
        return text->value;
    for (size_t i = 0; i < source->translation_count; i++) {
        const struct translation *found;
        if (strcmp(source->translations[i].lang, lang) == 0 &&
            translations_find(&found, &source->translations[i], text->context, text->value) != MATCH_NONE)
            return found->text;
    }
    return NULL;
}

static bool is_language(const struct source *source, const char *lang)
{
    if (strcmp(lang, source->manifest.source_language) == 0)
        return true;
    for (size_t i = 0; i < source->translation_count; i++) {
        if (strcmp(source->translations[i].lang, lang) == 0)
            return true;
    }
    return false;
}

/* RFC 3533, 6 and RFC 7845, 5.1: the first page of the stream begins with the identification header. */
static bool is_ogg_opus(struct str bytes)
{
    return bytes.len > 36 && memcmp(bytes.at, "OggS", 4) == 0 && memcmp(bytes.at + 28, "OpusHead", 8) == 0;
}

static bool read_beside(struct str *out, struct listing *listing, const char *file, size_t cap)
{
    struct err ignored;
    return file_read(out, listing->arena, arena_printf(listing->arena, "%s/%s", listing->source->folder, file), cap,
                     &ignored);
}

/* True if the words are those that the record has now, in that language. */
static bool is_current(struct listing *listing, const struct clip *clip, const char *record, const char *words_file)
{
    size_t at;
    if (strncmp(record, "interface/", 10) == 0)
        return true;
    if (!map_get(&listing->by_record, record, &at)) {
        complain(listing, RULE_BAD_CLIP, clip->file, "there is no text of this name in the pack");
        return false;
    }
    const char *shown = shown_text(listing, &listing->texts.at[at], clip->lang);
    if (shown && str_eq(str_trim(str_of(shown)), str_of(clip->text)))
        return true;
    complain(listing, RULE_CLIP_STALE, words_file, "the clip beside it speaks other words than the text now has");
    return false;
}

/* `path` is media/LANG/RECORD.opus */
static void add_clip(struct listing *listing, const char *lang, const char *record, const char *path)
{
    struct arena *arena = listing->arena;
    struct str words;
    struct clip clip = { .lang = lang, .file = path };
    const char *words_file = arena_printf(arena, "%.*s.txt", (int)(strlen(path) - strlen(".opus")), path);
    if (!read_beside(&clip.opus, listing, path, CLIP_SIZE_MAX) || !is_ogg_opus(clip.opus)) {
        complain(listing, RULE_BAD_CLIP, path, "it is no Ogg Opus of up to 2 MB");
        return;
    }
    if (!read_beside(&words, listing, words_file, WORDS_SIZE_MAX) || !str_is_utf8(words) || str_trim(words).len == 0) {
        complain(listing, RULE_BAD_CLIP, words_file, "the words of the clip are missing, or are not UTF-8 text");
        return;
    }
    clip.text = arena_str(arena, str_trim(words));
    if (is_current(listing, &clip, record, words_file))
        *LIST_ADD(arena, *listing->out) = clip;
}

static void list_folder(struct listing *listing, const char *lang, const char *folder, int depth)
{
    struct arena *arena = listing->arena;
    struct file_names names = { 0 };
    struct err ignored;
    size_t skipped = strlen("media/") + strlen(lang) + 1;
    const char *root = listing->source->folder;
    if (depth > DEPTH_MOST || !file_list(&names, arena, arena_printf(arena, "%s/%s", root, folder), "", &ignored))
        return;
    for (size_t i = 0; i < names.count; i++) {
        const char *path = arena_printf(arena, "%s/%s", folder, names.at[i]);
        size_t length = strlen(path);
        if (file_is_dir(arena_printf(arena, "%s/%s", root, path)))
            list_folder(listing, lang, path, depth + 1);
        else if (str_ends(str_of(path), STR(".opus")) && length > skipped + strlen(".opus"))
            add_clip(listing, lang,
                     arena_str(arena, (struct str){ path + skipped, length - skipped - strlen(".opus") }), path);
    }
}

static void map_texts(struct listing *listing)
{
    texts_list(&listing->texts, listing->source);
    for (size_t i = 0; i < listing->texts.count; i++) {
        const struct pack_text *text = &listing->texts.at[i];
        map_add(&listing->by_record, listing->arena, arena_printf(listing->arena, "%s/%s", text->owner, text->field),
                i);
    }
}

void clips_list(struct clips *out, const struct source *source, struct findings *findings)
{
    struct arena *arena = source->arena;
    struct listing listing = { .source = source, .findings = findings, .arena = arena, .out = out };
    struct file_names langs = { 0 };
    struct err ignored;
    *out = (struct clips){ 0 };
    if (!file_list(&langs, arena, arena_printf(arena, "%s/media", source->folder), "", &ignored) || langs.count == 0)
        return;
    map_texts(&listing);
    for (size_t i = 0; i < langs.count; i++) {
        if (is_language(source, langs.at[i]))
            list_folder(&listing, langs.at[i], arena_printf(arena, "media/%s", langs.at[i]), 0);
    }
}

void check_clips(const struct source *source, struct findings *findings)
{
    struct clips clips;
    clips_list(&clips, source, findings);
}
