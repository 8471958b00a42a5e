#include "ui/keyboard.h"

#include "text/alphabet.h"

#include <string.h>
#include <unicode/uchar.h>
#include <xkbcommon/xkbcommon.h>

/* Layouts that differ from the language's own code; the rest try their code as a layout, then Latin. */
static const struct {
    const char *lang, *layout, *variant;
} layouts[] = {
    { "ar", "ara", NULL }, { "en", "us", NULL }, { "fa", "ir", NULL }, { "uk", "ua", NULL },
    { "ps", "af", "ps" },  { "ur", "pk", NULL }, { "bn", "bd", NULL }, { "ta", "lk", "tam_unicode" },
    { "ka", "ge", NULL },  { "sq", "al", NULL }, { "vi", "us", NULL }, { "zh", "us", NULL },
    { "so", "us", NULL },  { "sw", "us", NULL }, { "ku", "tr", "ku" }, { "hy", "am", NULL },
    { "hi", "in", NULL },
};

static size_t primary_length(const char *lang)
{
    return strcspn(lang, "-_");
}

static bool same_language(const char *lang, const char *primary)
{
    return strlen(primary) == primary_length(lang) && strncmp(lang, primary, strlen(primary)) == 0;
}

static void add_key(struct keyboard_row *row, const char *text, struct arena *arena)
{
    for (size_t i = 0; i < row->count; i++) {
        if (strcmp(row->keys[i], text) == 0)
            return;
    }
    if (row->count < KEYBOARD_ROW_MAX)
        row->keys[row->count++] = arena_strdup(arena, text);
}

/* Letters only: what else a key types is of no use to a search. */
static bool is_letter(const char *text)
{
    const char *at = text;
    UChar32 c = (UChar32)str_next_codepoint(&at, text + strlen(text));
    return *at == '\0' && u_isalpha(c);
}

static void add_row(struct keyboard_row *row, struct xkb_keymap *keymap, const char *prefix, struct arena *arena)
{
    for (int i = 1; i <= 12; i++) {
        char name[5] = { prefix[0], prefix[1], (char)('0' + i / 10), (char)('0' + i % 10), '\0' };
        const xkb_keysym_t *symbols = NULL;
        char text[16] = "";
        xkb_keycode_t code = xkb_keymap_key_by_name(keymap, name);
        if (code == XKB_KEYCODE_INVALID || xkb_keymap_key_get_syms_by_level(keymap, code, 0, 0, &symbols) != 1)
            continue;
        if (xkb_keysym_to_utf8(symbols[0], text, sizeof(text)) > 0 && is_letter(text))
            add_key(row, text, arena);
    }
}

static void silence(struct xkb_context *context, enum xkb_log_level level, const char *format, va_list args)
{
    (void)context;
    (void)level;
    (void)format;
    (void)args;
}

/* False when the machine has no such layout, or it has hardly any letters. */
static bool read_layout(struct keyboard *out, const char *layout, const char *variant, struct arena *arena)
{
    static const char *const rows[KEYBOARD_ROWS] = { "AD", "AC", "AB" };
    struct xkb_rule_names names = { .model = "pc105", .layout = layout, .variant = variant };
    struct xkb_context *context = xkb_context_new(XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
    if (!context)
        return false;
    xkb_context_set_log_fn(context, silence);
    struct xkb_keymap *keymap = xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    size_t letters = 0;
    for (size_t i = 0; keymap && i < KEYBOARD_ROWS; i++) {
        add_row(&out->rows[i], keymap, rows[i], arena);
        letters += out->rows[i].count;
    }
    if (keymap)
        xkb_keymap_unref(keymap);
    xkb_context_unref(context);
    return letters >= 20;
}

static void built_in(struct keyboard *out, struct arena *arena)
{
    static const char *const rows[KEYBOARD_ROWS] = { "qwertyuiop", "asdfghjkl", "zxcvbnm" };
    for (size_t i = 0; i < KEYBOARD_ROWS; i++) {
        for (const char *letter = rows[i]; *letter; letter++)
            add_key(&out->rows[i], arena_str(arena, (struct str){ letter, 1 }), arena);
    }
}

static const char *utf8_of(struct arena *arena, uint32_t c)
{
    /* Ethiopic lies in U+1200–137F: always three bytes. */
    char bytes[3] = { (char)(0xE0 | (c >> 12)), (char)(0x80 | ((c >> 6) & 0x3F)), (char)(0x80 | (c & 0x3F)) };
    return arena_str(arena, (struct str){ bytes, sizeof(bytes) });
}

#define ETHIOPIC_FIRST 0x1200u
#define ETHIOPIC_LAST 0x1357u

/* First forms of the series that Tigrinya and Amharic use. */
static void ethiopic(struct keyboard *out, struct arena *arena)
{
    static const uint16_t series[] = {
        0x1200, 0x1208, 0x1210, 0x1218, 0x1220, 0x1228, 0x1230, 0x1238, 0x1240, 0x1250, 0x1260, 0x1268,
        0x1270, 0x1278, 0x1280, 0x1290, 0x1298, 0x12A0, 0x12A8, 0x12B8, 0x12C8, 0x12D0, 0x12D8, 0x12E0,
        0x12E8, 0x12F0, 0x1300, 0x1308, 0x1320, 0x1328, 0x1330, 0x1338, 0x1340, 0x1348, 0x1350,
    };
    for (size_t i = 0; i < COUNT(series); i++)
        add_key(&out->rows[i * KEYBOARD_ROWS / COUNT(series)], utf8_of(arena, series[i]), arena);
    out->is_syllabic = true;
}

static bool is_latin(const struct keyboard *keyboard)
{
    return keyboard->rows[0].count > 0 && (unsigned char)keyboard->rows[0].keys[0][0] < 0x80;
}

static bool read_language(struct keyboard *out, const char *lang, struct arena *arena)
{
    for (size_t i = 0; i < COUNT(layouts); i++) {
        if (same_language(lang, layouts[i].lang))
            return read_layout(out, layouts[i].layout, layouts[i].variant, arena);
    }
    const char *own = arena_str(arena, (struct str){ lang, primary_length(lang) });
    return read_layout(out, own, NULL, arena);
}

static bool has_key(const struct keyboard *keyboard, const char *letter)
{
    for (size_t i = 0; i < KEYBOARD_ROWS; i++) {
        for (size_t j = 0; j < keyboard->rows[i].count; j++) {
            if (strcmp(keyboard->rows[i].keys[j], letter) == 0)
                return true;
        }
    }
    return false;
}

/* Letters that a layout has behind the shift key (Persian ژ, Ukrainian ґ): there is none here. Marks are left out when
 * searching, so that a letter's base is enough. */
static void complete(struct keyboard *out, const char *lang, struct arena *arena)
{
    struct alphabet alphabet = alphabet_of(lang, arena);
    for (size_t i = 0; i < alphabet.count; i++) {
        if (!has_key(out, alphabet.at[i].base))
            add_key(&out->rows[KEYBOARD_ROWS - 1], alphabet.at[i].letter, arena);
    }
}

struct keyboard keyboard_for(const char *lang, bool latin, struct arena *arena)
{
    struct keyboard keyboard = { 0 };
    if (!latin && (same_language(lang, "ti") || same_language(lang, "am")))
        ethiopic(&keyboard, arena);
    else if (!read_language(&keyboard, latin ? "en" : lang, arena)) {
        keyboard = (struct keyboard){ 0 };
        built_in(&keyboard, arena);
    }
    keyboard.is_latin = is_latin(&keyboard);
    if (!keyboard.is_latin && !keyboard.is_syllabic)
        complete(&keyboard, lang, arena);
    return keyboard;
}

struct keyboard keyboard_of_digits(void)
{
    return (struct keyboard){
        .rows = { { { "1", "2", "3" }, 3 }, { { "4", "5", "6" }, 3 }, { { "7", "8", "9", "0" }, 4 } }, .is_digits = true
    };
}

size_t keyboard_forms(const char *forms[KEYBOARD_FORMS_MAX], const char *letter, struct arena *arena)
{
    const char *at = letter;
    uint32_t c = str_next_codepoint(&at, letter + strlen(letter));
    if (c < ETHIOPIC_FIRST || c > ETHIOPIC_LAST)
        return 0;
    size_t count = 0;
    for (uint32_t form = c & ~7u; form <= (c | 7u); form++) {
        if (u_isdefined((UChar32)form))
            forms[count++] = utf8_of(arena, form);
    }
    return count;
}
