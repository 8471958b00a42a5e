#include "text/fonts.h"

#include "text/families.h"
#include "text/icu.h"
#include "text/locale.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#define TAG_MAX 32

struct face {
    bool is_looked_up;
    FcPattern *pattern; /* NULL if not installed; the configuration's */
};

struct fonts {
    FcConfig *config;
    struct face faces[FONT_FACES_MAX];
    /* The script of the language that was asked for last: callers go through a text character by character.
     */
    char tag[TAG_MAX];
    UScriptCode script;
};

/* The usual folders and nothing else. The system's own configuration is some 40 files of rules about
 * substitution, which the table makes needless: reading them costs 3–4 ms at each start, this 0.2 ms. */
static const char plain_config[] = "<fontconfig>"
                                   "<dir>/usr/share/fonts</dir>"
                                   "<dir>/usr/local/share/fonts</dir>"
                                   "<dir prefix=\"xdg\">fonts</dir>"
                                   "<cachedir>/var/cache/fontconfig</cachedir>"
                                   "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
                                   "</fontconfig>";

static FcConfig *load_plain(void)
{
    FcConfig *config = FcConfigCreate();
    if (config && FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)plain_config, FcTrue) &&
        FcConfigBuildFonts(config))
        return config;
    if (config)
        FcConfigDestroy(config);
    return NULL;
}

/* A font can have several names, one per language. */
static bool has_name(const FcPattern *font, const char *object, const char *wanted)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(font, object, i, &name) == FcResultMatch; i++) {
        if (strcmp((const char *)name, wanted) == 0)
            return true;
    }
    return false;
}

static bool has_number(const FcPattern *font, const char *object, int wanted)
{
    int value;
    return FcPatternGetInteger(font, object, 0, &value) == FcResultMatch && value == wanted;
}

/* The static, upright, normally wide file. The style's name decides, not the weight's number: Debian 12's
 * Noto Nastaliq Urdu Bold says 400 like the regular one. */
static bool is_plain(const FcPattern *font, enum font_weight weight)
{
    FcChar8 *path;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch)
        return false;
    struct str name = str_of((const char *)path);
    if (str_ends(name, STR(".woff")) || str_ends(name, STR(".woff2")))
        return false; /* packed for the web: the same font, slower to open */
    int number;
    bool is_static = FcPatternGetInteger(font, FC_WEIGHT, 0, &number) == FcResultMatch; /* else it is a range */
    return is_static && has_name(font, FC_STYLE, weight == FONT_BOLD ? "Bold" : "Regular") &&
           has_number(font, FC_SLANT, FC_SLANT_ROMAN) && has_number(font, FC_WIDTH, FC_WIDTH_NORMAL);
}

static FcPattern *find_font(FcConfig *config, const char *family, enum font_weight weight)
{
    /* Going through the list costs 15 µs; FcFontMatch 130, and it never says that a family is missing. */
    const FcFontSet *all = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; all && i < all->nfont; i++) {
        if (has_name(all->fonts[i], FC_FAMILY, family) && is_plain(all->fonts[i], weight))
            return all->fonts[i];
    }
    return NULL;
}

static int face_number(int family, enum font_weight weight)
{
    return family * FONT_WEIGHT_COUNT + (int)weight;
}

static FcPattern *pattern_of(struct fonts *fonts, int face)
{
    struct face *slot = &fonts->faces[face];
    if (!slot->is_looked_up) {
        const char *family = family_name(face / FONT_WEIGHT_COUNT);
        slot->pattern = find_font(fonts->config, family, (enum font_weight)(face % FONT_WEIGHT_COUNT));
        slot->is_looked_up = true;
    }
    return slot->pattern;
}

bool fonts_open(struct fonts **out, struct err *err)
{
    CLEANUP(fonts_closep) struct fonts *fonts = calloc(1, sizeof(*fonts));
    if (!fonts)
        return err_set(err, ERR_IO, "out of memory");
    /* Who sets FONTCONFIG_FILE means it; and fonts may be where only the system's configuration knows. */
    fonts->config = getenv("FONTCONFIG_FILE") ? NULL : load_plain();
    if (!fonts->config || !find_font(fonts->config, family_name(FAMILY_LATIN), FONT_REGULAR)) {
        if (fonts->config)
            FcConfigDestroy(fonts->config);
        fonts->config = FcInitLoadConfigAndFonts();
    }
    if (!fonts->config)
        return err_set(err, ERR_FONT, "fontconfig can't be set up");
    if (!pattern_of(fonts, face_number(FAMILY_LATIN, FONT_REGULAR)))
        return err_set(err, ERR_FONT, "the font %s is not installed", family_name(FAMILY_LATIN));
    *out = fonts;
    fonts = NULL;
    return true;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    if (fonts->config)
        FcConfigDestroy(fonts->config);
    free(fonts);
}

void fonts_closep(struct fonts **fonts)
{
    fonts_close(*fonts);
}

static bool face_has(struct fonts *fonts, int face, uint32_t codepoint)
{
    FcCharSet *charset;
    FcPattern *pattern = pattern_of(fonts, face);
    return pattern && FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset) == FcResultMatch &&
           FcCharSetHasChar(charset, codepoint);
}

/* The family's face of that weight, or its regular one, if it has the character; else FONT_NONE. */
static int family_face(struct fonts *fonts, int family, enum font_weight weight, uint32_t codepoint)
{
    int wanted = face_number(family, weight);
    int regular = face_number(family, FONT_REGULAR);
    if (face_has(fonts, wanted, codepoint))
        return wanted;
    return face_has(fonts, regular, codepoint) ? regular : FONT_NONE;
}

static UScriptCode script_of_language(struct fonts *fonts, const char *lang)
{
    if (fonts->tag[0] != '\0' && strcmp(fonts->tag, lang) == 0)
        return fonts->script;
    char name[5];
    locale_script(lang, name);
    fonts->script = icu_script(name);
    int length = snprintf(fonts->tag, sizeof(fonts->tag), "%s", lang);
    if (length < 0 || length >= TAG_MAX)
        fonts->tag[0] = '\0';
    return fonts->script;
}

static bool shows_nothing(UChar32 codepoint)
{
    return (U_GET_GC_MASK(codepoint) & (U_GC_CC_MASK | U_GC_Z_MASK)) != 0 ||
           u_hasBinaryProperty(codepoint, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static bool has_own_script(UScriptCode script)
{
    return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

int fonts_face(struct fonts *fonts, uint32_t codepoint, const char *lang, enum font_weight weight, int prefer)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar32 c = (UChar32)codepoint;
    if (prefer != FONT_NONE && shows_nothing(c))
        return prefer;
    UScriptCode script = uscript_getScript(c, &status);
    if (!has_own_script(script)) {
        if (prefer != FONT_NONE && face_has(fonts, prefer, codepoint))
            return prefer;
        script = script_of_language(fonts, lang);
    }
    int family = family_for(script, lang);
    uint32_t shown = shows_nothing(c) ? ' ' : codepoint;
    int face = family_face(fonts, family, weight, shown);
    for (int i = 0; face == FONT_NONE && i < family_count; i++)
        face = family_face(fonts, i, weight, shown);
    return face;
}

int fonts_icon_face(struct fonts *fonts)
{
    int face = face_number(FAMILY_ICONS, FONT_REGULAR);
    return pattern_of(fonts, face) ? face : FONT_NONE;
}

struct font_file fonts_file(const struct fonts *fonts, int face)
{
    struct font_file file = { 0 };
    FcChar8 *path = NULL;
    const FcPattern *pattern = face >= 0 && face < FONT_FACES_MAX ? fonts->faces[face].pattern : NULL;
    if (pattern && FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch) {
        file.path = (const char *)path;
        FcPatternGetInteger(pattern, FC_INDEX, 0, &file.index);
    }
    return file;
}

bool fonts_cover(struct fonts *fonts, struct str text, const char *lang, uint32_t *missing)
{
    const char *at = text.at;
    const char *end = text.at + text.len;
    while (at < end) {
        uint32_t codepoint = str_next_codepoint(&at, end);
        if (shows_nothing((UChar32)codepoint))
            continue;
        if (fonts_face(fonts, codepoint, lang, FONT_REGULAR, FONT_NONE) == FONT_NONE) {
            if (missing)
                *missing = codepoint;
            return false;
        }
    }
    return true;
}
