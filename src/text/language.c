#include "text/language.h"

#include "text/icu.h"

#include <string.h>

void languages_destroy(struct languages *languages)
{
    for (struct language *each = languages->first; each; each = each->next)
        ubrk_close(each->lines);
    arena_destroy(&languages->arena);
    languages->first = NULL;
}

const struct language *languages_get(struct languages *languages, const char *tag)
{
    for (struct language *each = languages->first; each; each = each->next) {
        if (strcmp(each->locale.tag, tag) == 0)
            return each;
    }
    char id[ICU_ID_MAX];
    UErrorCode status = U_ZERO_ERROR;
    struct language *language = ARENA_NEW(&languages->arena, struct language);

    icu_locale_id(id, tag);
    language->locale = locale_of(tag, &languages->arena);
    language->lines = ubrk_open(UBRK_LINE, id, NULL, 0, &status);
    language->next = languages->first;
    languages->first = language;
    return language;
}
