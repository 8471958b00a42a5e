#include "publish/catalogue.h"

#include "base/file.h"
#include "publish/gettext_file.h"
#include "publish/run.h"

#include <stdlib.h>
#include <string.h>

static void set_header(po_file_t file, const char *header)
{
    po_message_iterator_t messages = po_message_iterator(file, NULL);
    po_message_t message = po_message_create();
    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header);
    po_message_insert(messages, message);
    po_message_iterator_free(messages);
}

/* gettext wants a time with the date; a pack's day of creation has none. */
static const char *creation_date(const struct source *source)
{
    const char *created = source->manifest.created;
    if (strlen(created) < 10)
        return "1970-01-01 00:00+0000";
    return arena_printf(source->arena, "%.10s 00:00+0000", created);
}

static const char *header_for(const struct source *source, const char *lang)
{
    return arena_printf(source->arena,
                        "Project-Id-Version: %s\n"
                        "POT-Creation-Date: %s\n"
                        "Language: %s\n"
                        "MIME-Version: 1.0\n"
                        "Content-Type: text/plain; charset=UTF-8\n"
                        "Content-Transfer-Encoding: 8bit\n"
                        "X-Source-Language: %s\n%s",
                        source->manifest.id, creation_date(source), lang, source->manifest.source_language,
                        lang[0] ? "X-Checked-By-Speaker: no\n" : "");
}

static void add_message(po_message_iterator_t messages, const struct pack_text *text, struct arena *arena)
{
    po_message_t message = po_message_create();
    po_message_set_msgctxt(message, text->context);
    po_message_set_msgid(message, text->value);
    po_message_set_msgstr(message, "");
    po_message_set_extracted_comments(message, arena_printf(arena, "%s\n", text->note));
    po_message_add_filepos(message, text->where.file, (size_t)text->where.row);
    po_message_insert(messages, message);
}

/* A page may say the same thing twice; a catalogue may not, so both share one entry. */
static bool is_first(struct map *seen, const struct pack_text *text, struct arena *arena)
{
    return map_add(seen, arena, arena_printf(arena, "%s\x04%s", text->context, text->value), 0);
}

bool catalogue_write_template(const struct source *source, const struct pack_texts *texts, struct err *err)
{
    CLEANUP(gettext_freep) po_file_t file = po_file_create();
    struct map seen = { 0 };
    set_header(file, header_for(source, ""));
    po_message_iterator_t messages = po_message_iterator(file, NULL);
    while (po_next_message(messages))
        continue;
    for (size_t i = 0; i < texts->count; i++) {
        if (is_first(&seen, &texts->at[i], source->arena))
            add_message(messages, &texts->at[i], source->arena);
    }
    po_message_iterator_free(messages);
    return file_make_folder(arena_printf(source->arena, "%s/po", source->folder), 0777, err) &&
           gettext_write(file, arena_printf(source->arena, "%s/" CATALOGUE_TEMPLATE, source->folder), err);
}

static bool create(const struct source *source, const char *lang, const char *path, struct err *err)
{
    CLEANUP(gettext_freep) po_file_t file = po_file_create();
    set_header(file, header_for(source, lang));
    return gettext_write(file, path, err);
}

bool catalogue_merge(const struct source *source, const char *lang, struct err *err)
{
    const char *path = arena_printf(source->arena, "%s/po/%s.po", source->folder, lang);
    const char *from = arena_printf(source->arena, "%s/" CATALOGUE_TEMPLATE, source->folder);
    const char *const command[] = { "msgmerge", "--quiet", "--update", "--backup=none", "--previous", "--",
                                    path,       from,      NULL };
    if (!file_exists(path) && !create(source, lang, path, err))
        return false;
    return run_program(command, err) || err_add(err, "%s (package gettext)", path);
}

struct coverage catalogue_coverage(const struct translations *translations, const struct pack_texts *texts)
{
    struct coverage coverage = { 0 };
    for (size_t i = 0; i < texts->count; i++) {
        const struct translation *found;
        size_t *const counts[] = { &coverage.missing, &coverage.stale, &coverage.current };
        ++*counts[translations_find(&found, translations, texts->at[i].context, texts->at[i].value)];
    }
    return coverage;
}
