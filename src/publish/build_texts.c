/* All texts in all languages, with how far each can be trusted. */
#include "content/query.h"
#include "publish/build_parts.h"
#include "publish/compare.h"
#include "publish/insert.h"
#include "publish/texts.h"

static void insert_value(struct insert *rows, const struct pack_text *text, const char *lang, const char *value,
                         enum text_state state)
{
    insert_text(rows, text->owner);
    insert_text(rows, text->field);
    insert_text(rows, lang);
    insert_text(rows, value);
    insert_int(rows, (int64_t)state);
    insert_row(rows);
}

/* An old translation still helps, unless it gives a number that is no longer true. */
static bool is_misleading(const struct pack_text *text, const struct translation *found)
{
    return compare_numbers(text->value, found->text).len > 0 || compare_numbers(found->text, text->value).len > 0 ||
           compare_placeholders(text->value, found->text).len > 0;
}

static void insert_translation(struct insert *rows, const struct pack_text *text,
                               const struct translations *translations)
{
    const struct translation *found;
    enum match match = translations_find(&found, translations, text->context, text->value);
    if (match == MATCH_CURRENT)
        insert_value(rows, text, translations->lang, found->text,
                     translations->checked ? TEXT_CHECKED : TEXT_UNCHECKED);
    else if (match == MATCH_STALE && !is_misleading(text, found))
        insert_value(rows, text, translations->lang, found->text, TEXT_STALE);
}

bool build_texts(const struct build *build, struct err *err)
{
    const struct source *source = build->source;
    struct pack_texts texts;
    CLEANUP(insert_end)
    struct insert rows =
        insert_begin(build->db, "INSERT INTO text (owner, field, lang, value, state) VALUES (?, ?, ?, ?, ?)");
    texts_list(&texts, source);
    for (size_t i = 0; i < texts.count; i++) {
        insert_value(&rows, &texts.at[i], source->manifest.source_language, texts.at[i].value, TEXT_SOURCE);
        for (size_t j = 0; j < source->translation_count; j++)
            insert_translation(&rows, &texts.at[i], &source->translations[j]);
    }
    return insert_ok(&rows, err);
}
