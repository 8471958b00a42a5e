#include "text/families.h"

#include "text/fonts.h"

#include <assert.h>
#include <string.h>

/* Where two rows have the same script, the first one whose language is the text's wins, and one without a
 * language fits any. The order is also the order of trying: symbols before Han, whose arrows and bullets are
 * as wide as its letters. */
static const struct family {
    const char *name;
    UScriptCode script;
    const char *lang;
} families[] = {
    { "Noto Sans", USCRIPT_LATIN, NULL },
    { "Noto Nastaliq Urdu", USCRIPT_ARABIC, "ur" },
    { "Noto Sans Arabic", USCRIPT_ARABIC, NULL },
    { "Noto Sans Ethiopic", USCRIPT_ETHIOPIC, NULL },
    { "Noto Sans Bengali", USCRIPT_BENGALI, NULL },
    { "Noto Sans Tamil", USCRIPT_TAMIL, NULL },
    { "Noto Sans Georgian", USCRIPT_GEORGIAN, NULL },
    { "Noto Sans Armenian", USCRIPT_ARMENIAN, NULL },
    { "Noto Sans Hebrew", USCRIPT_HEBREW, NULL },
    { "Noto Sans Devanagari", USCRIPT_DEVANAGARI, NULL },
    { "Noto Sans Gurmukhi", USCRIPT_GURMUKHI, NULL },
    { "Noto Sans Gujarati", USCRIPT_GUJARATI, NULL },
    { "Noto Sans Oriya", USCRIPT_ORIYA, NULL },
    { "Noto Sans Telugu", USCRIPT_TELUGU, NULL },
    { "Noto Sans Kannada", USCRIPT_KANNADA, NULL },
    { "Noto Sans Malayalam", USCRIPT_MALAYALAM, NULL },
    { "Noto Sans Sinhala", USCRIPT_SINHALA, NULL },
    { "Noto Sans Khmer", USCRIPT_KHMER, NULL },
    { "Noto Sans Myanmar", USCRIPT_MYANMAR, NULL },
    { "Noto Sans Thai", USCRIPT_THAI, NULL },
    { "Noto Sans Lao", USCRIPT_LAO, NULL },
    { "Noto Serif Tibetan", USCRIPT_TIBETAN, NULL },
    { "Noto Sans Tifinagh", USCRIPT_TIFINAGH, NULL },
    { "Noto Sans NKo", USCRIPT_NKO, NULL },
    { "Noto Sans Adlam", USCRIPT_ADLAM, NULL },
    { "Noto Sans Syriac", USCRIPT_SYRIAC, NULL },
    { "Noto Sans Thaana", USCRIPT_THAANA, NULL },
    { "Noto Sans Mongolian", USCRIPT_MONGOLIAN, NULL },
    { "Noto Sans Symbols", USCRIPT_SYMBOLS, NULL },
    { "Noto Sans Symbols2", USCRIPT_SYMBOLS, NULL },
    { "Noto Sans Math", USCRIPT_MATHEMATICAL_NOTATION, NULL },
    { "Noto Sans CJK JP", USCRIPT_HAN, "ja" },
    { "Noto Sans CJK KR", USCRIPT_HAN, "ko" },
    { "Noto Sans CJK TC", USCRIPT_HAN, "zh-Hant" },
    { "Noto Sans CJK TC", USCRIPT_HAN, "zh-TW" },
    { "Noto Sans CJK TC", USCRIPT_HAN, "zh-HK" },
    { "Noto Sans CJK SC", USCRIPT_HAN, NULL },
    { "Noto Sans CJK JP", USCRIPT_HIRAGANA, NULL },
    { "Noto Sans CJK JP", USCRIPT_KATAKANA, NULL },
    { "Noto Sans CJK KR", USCRIPT_HANGUL, NULL },
    { "Noto Sans CJK TC", USCRIPT_BOPOMOFO, NULL },
    { "Material Icons", USCRIPT_INVALID_CODE, NULL },
};
static_assert(COUNT(families) * FONT_WEIGHT_COUNT <= FONT_FACES_MAX, "a face number for each family and weight");

const int family_count = COUNT(families) - 1;

const char *family_name(int family)
{
    return families[family].name;
}

static bool is_language(const char *lang, const char *wanted)
{
    size_t length = strlen(wanted);
    return strncasecmp(lang, wanted, length) == 0 && (lang[length] == '\0' || lang[length] == '-');
}

/* Several rows can name one family; it must have one number, or a text in it falls into needless runs. */
static int first_with_name(int row)
{
    int first = 0;
    while (strcmp(families[first].name, families[row].name) != 0)
        first++;
    return first;
}

int family_for(UScriptCode script, const char *lang)
{
    for (int i = 0; i < family_count; i++) {
        if (families[i].script == script && (!families[i].lang || is_language(lang, families[i].lang)))
            return first_with_name(i);
    }
    return FAMILY_LATIN;
}
