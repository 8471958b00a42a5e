#include "screens/parts.h"

#include "text/format.h"

#include <string.h>

/* What must be said of the texts of a screen: not in the visitor's language, changed since, checked by nobody. */

static void add_other(struct parts_notice *notice, const char *lang)
{
    for (size_t i = 0; i < notice->other_count; i++) {
        if (strcmp(notice->other_langs[i], lang) == 0)
            return;
    }
    if (notice->other_count < PARTS_NOTICE_LANGS)
        notice->other_langs[notice->other_count++] = lang;
}

void parts_notice_text(struct parts_notice *notice, const struct ui *ui, struct localized text)
{
    if (!text.text)
        return;
    if (strcmp(text.lang, ui->lang) != 0) {
        add_other(notice, text.lang);
        return;
    }
    notice->unchecked = notice->unchecked || text.state == TEXT_UNCHECKED;
    notice->stale = notice->stale || text.state == TEXT_STALE;
}

void parts_notice_draw(struct ui *ui, struct node *parent, const struct parts_notice *notice)
{
    if (notice->other_count > 0) {
        const char *names[PARTS_NOTICE_LANGS];
        for (size_t i = 0; i < notice->other_count; i++)
            names[i] = locale_language_name(notice->other_langs[i], ui->lang, ui->arena);
        parts_fact(ui, parent, "translate", UI_SMALL,
                   /* Translators: {language} is the name of a language in your language, or several: "French". */
                   UI_TRF(ui, N_("Some of this is in {language}: it is not translated yet."),
                          { "language", format_list(ui->arena, ui->lang, names, notice->other_count) }));
    }
    if (notice->stale)
        parts_fact(ui, parent, "update", UI_SMALL,
                   ui_tr(ui, N_("The original text has changed since this was translated.")));
    if (!message_has(ui->lang))
        parts_fact(ui, parent, "translate", UI_SMALL,
                   UI_TRF(ui, N_("The buttons are in {language}: they are not translated yet."),
                          { "language", locale_language_name("en", ui->lang, ui->arena) }));
    if (notice->unchecked)
        parts_fact(ui, parent, "smart_toy", UI_SMALL,
                   ui_tr(ui, N_("Translated by machine, not checked yet by a speaker of the language.")));
    else if (message_has(ui->lang) && !message_is_checked(ui->lang))
        /* Translators: the texts of the page are originals, but the words on the buttons are translated. */
        parts_fact(
            ui, parent, "smart_toy", UI_SMALL,
            ui_tr(ui, N_("The buttons were translated by machine, not checked yet by a speaker of the language.")));
}
