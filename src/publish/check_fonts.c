/* Letters that no font of the kiosk has: visitors would see an empty box. Looked up in the fonts of this computer,
 * which are the kiosk's where its packages are installed. */
#include "publish/checks.h"
#include "publish/texts.h"
#include "text/fonts.h"

static void check_text(struct fonts *fonts, struct findings *findings, struct spot where, const char *text,
                       const char *lang)
{
    uint32_t missing;
    if (!fonts_cover(fonts, str_of(text), lang, &missing))
        finding_add(findings, RULE_NO_FONT, where, "no font on this computer has the letter U+%04X", (unsigned)missing);
}

void check_fonts(const struct source *source, struct findings *findings)
{
    CLEANUP(fonts_closep) struct fonts *fonts = NULL;
    struct pack_texts texts;
    struct err err;
    if (!fonts_open(&fonts, &err)) {
        finding_add(findings, RULE_NO_FONT, (struct spot){ MANIFEST_FILE, 0, NULL },
                    "letters could not be looked up: %s", err.detail);
        return;
    }
    texts_list(&texts, source);
    for (size_t i = 0; i < texts.count; i++)
        check_text(fonts, findings, texts.at[i].where, texts.at[i].value, source->manifest.source_language);
    for (size_t i = 0; i < source->translation_count; i++) {
        const struct translations *translations = &source->translations[i];
        for (size_t j = 0; j < translations->count; j++)
            check_text(fonts, findings,
                       (struct spot){ translations->file, translations->at[j].line, translations->at[j].context },
                       translations->at[j].text, translations->lang);
    }
}
