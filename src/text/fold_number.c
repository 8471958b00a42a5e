#include "text/fold.h"

/* What may stand between the digits; a no-break space is two bytes or three. */
static size_t separator(struct str text)
{
    static const char *const between[] = { " ", "\u00A0", "\u202F", ".", "-", "/", "(", ")", "+" };
    for (size_t i = 0; i < COUNT(between); i++) {
        struct str sign = str_of(between[i]);
        if (str_starts(text, sign))
            return sign.len;
    }
    return 0;
}

const char *fold_number(struct arena *arena, struct str text)
{
    char *digits = arena_alloc(arena, text.len + 1);
    size_t count = 0;
    while (text.len > 0) {
        size_t length = 1;
        if (text.at[0] >= '0' && text.at[0] <= '9')
            digits[count++] = text.at[0];
        else
            length = separator(text);
        if (length == 0)
            return NULL;
        text = (struct str){ text.at + length, text.len - length };
    }
    digits[count] = '\0';
    return count > 0 ? digits : NULL;
}
