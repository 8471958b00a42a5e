#include "text/locale.h"

#include "text/icu.h"

#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

/* Languages that newcomers speak and ICU 72 has no data for: it names them in English or by tag. */
static const struct spoken {
    const char *tag;
    const char *name;
    const char *script;
} spoken[] = {
    { "haz", "هزارگی", "Arab" },           { "kmr", "Kurmancî", "Latn" },
    { "ku-Arab", "کوردی", "Arab" },        { "prs", "دری", "Arab" },
    { "rom", "Romani", "Latn" },           { "rmn", "Romani", "Latn" },
    { "shu", "العربية التشادية", "Arab" },
};

static const struct spoken *find_spoken(const char *tag)
{
    for (size_t i = 0; i < COUNT(spoken); i++) {
        if (strcasecmp(spoken[i].tag, tag) == 0)
            return &spoken[i];
    }
    return NULL;
}

static bool language_is(const char *id, const char *language)
{
    size_t length = strlen(language);
    return strncmp(id, language, length) == 0 && (id[length] == '\0' || id[length] == '_');
}

void locale_script(const char *tag, char out[static 5])
{
    char id[ICU_ID_MAX];
    char likely[ICU_ID_MAX];
    UErrorCode status = U_ZERO_ERROR;
    const struct spoken *known = find_spoken(tag);

    icu_locale_id(id, tag);
    uloc_addLikelySubtags(id, likely, ICU_ID_MAX, &status);
    int32_t length = U_SUCCESS(status) ? uloc_getScript(likely, out, 5, &status) : 0;
    if (known)
        memcpy(out, known->script, 5);
    else if (U_FAILURE(status) || length != 4)
        memcpy(out, "Latn", 5);
}

static float line_height(const char *id, const char *script)
{
    if (language_is(id, "ur") && strcmp(script, "Arab") == 0)
        return 2.0f; /* Nastaliq slopes: its words climb far above the line */
    return strcmp(script, "Arab") == 0 ? 1.6f : 1.4f;
}

/* ICU knows which languages capitalise a name that stands alone, but says so for some only; a list where
 * "shqip" stands among "Français" and "Soomaali" looks like a mistake. Scripts without case stay so. */
static const char *capitalised(struct arena *arena, const char *name, const char *id)
{
    UErrorCode status = U_ZERO_ERROR;
    size_t room = strlen(name) * 3 + 1;
    char *out = arena_alloc(arena, room);
    UCaseMap *map = ucasemap_open(id, U_TITLECASE_NO_LOWERCASE | U_TITLECASE_WHOLE_STRING, &status);
    ucasemap_utf8ToTitle(map, out, (int32_t)room, name, -1, &status);
    ucasemap_close(map);
    return U_SUCCESS(status) ? out : name;
}

/* The name of the language in another one; NULL if ICU has no data for the other one or no name in it. */
static const char *display_name(const char *id, const char *in, struct arena *arena)
{
    UDisplayContext contexts[] = { UDISPCTX_DIALECT_NAMES };
    UErrorCode status = U_ZERO_ERROR;
    UChar name[128];

    /* Only this call says when ICU has fallen back to another language's words or to the bare tag. */
    uloc_getDisplayLanguage(id, in, name, COUNT(name), &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
        return NULL;
    ULocaleDisplayNames *names = uldn_openForContext(in, contexts, COUNT(contexts), &status);
    int32_t length = uldn_localeDisplayName(names, id, name, COUNT(name), &status);
    uldn_close(names);
    return U_SUCCESS(status) ? icu_utf8(arena, name, length) : NULL;
}

struct locale locale_of(const char *tag, struct arena *arena)
{
    char id[ICU_ID_MAX];
    const struct spoken *known = find_spoken(tag);
    struct locale locale = { .tag = arena_strdup(arena, tag) };

    icu_locale_id(id, tag);
    locale_script(tag, locale.script);
    locale.rtl = uscript_isRightToLeft(icu_script(locale.script));
    locale.line_height = line_height(id, locale.script);
    const char *name = known ? known->name : display_name(id, id, arena);
    locale.name = name ? capitalised(arena, name, id) : locale.tag;
    return locale;
}

const char *locale_language_name(const char *tag, const char *in, struct arena *arena)
{
    char id[ICU_ID_MAX];
    char other[ICU_ID_MAX];
    icu_locale_id(id, tag);
    icu_locale_id(other, in);
    const char *name = display_name(id, other, arena);
    const struct spoken *known = find_spoken(tag);
    if (name)
        return name;
    return known ? known->name : arena_strdup(arena, tag);
}

const char *locale_spoken_name(const char *tag, const char *in, struct arena *arena)
{
    struct str language = { tag, strcspn(tag, "-_") };
    return locale_language_name(arena_str(arena, language), in, arena);
}

const char *locale_match(const char *wanted, const char *const *tags, size_t count)
{
    size_t language = strcspn(wanted, "-_");
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(tags[i], wanted) == 0)
            return tags[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (strcspn(tags[i], "-_") == language && strncasecmp(tags[i], wanted, language) == 0)
            return tags[i];
    }
    return NULL;
}
