#include "text/message.h"

#include "base/file.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "maison"
#define ISOLATE_OPEN "\u2068"
#define ISOLATE_CLOSE "\u2069"

/* glibc remembers translations until this counter moves (gettext manual, "gettext grok"); no header declares
 * it. */
extern int _nl_msg_cat_cntr;

static void speak(const char *lang)
{
    const char *now = getenv("LANGUAGE");
    if (now && strcmp(now, lang) == 0)
        return;
    setenv("LANGUAGE", lang, 1);
    _nl_msg_cat_cntr++;
}

bool message_init(const char *folder, struct err *err)
{
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return err_set(err, ERR_IO, "the locale C.UTF-8 is not there");
    if (!file_is_dir(folder))
        return err_at(err, ERR_MISSING, folder, 0, "is not a folder of catalogues");
    if (!bindtextdomain(DOMAIN, folder) || !bind_textdomain_codeset(DOMAIN, "UTF-8"))
        return err_set(err, ERR_IO, "gettext can't be set up: %s", strerrordesc_np(errno));
    _nl_msg_cat_cntr++;
    speak("en"); /* once the variable is there, setting it moves no others, which another thread may be reading */
    return true;
}

static bool is_english(const char *lang)
{
    return strncmp(lang, "en", 2) == 0 && (lang[2] == '\0' || lang[2] == '-' || lang[2] == '_');
}

const char *message_get(const char *lang, const char *msgid)
{
    if (msgid[0] == '\0')
        return msgid; /* gettext would answer with the catalogue's header */
    speak(lang);
    return dgettext(DOMAIN, msgid);
}

const char *message_plural(const char *lang, const char *msgid, const char *msgid_plural, unsigned long n)
{
    speak(lang);
    return dngettext(DOMAIN, msgid, msgid_plural, n);
}

static const char *header_of(const char *lang)
{
    speak(lang);
    return dgettext(DOMAIN, "");
}

bool message_has(const char *lang)
{
    return is_english(lang) || header_of(lang)[0] != '\0';
}

bool message_is_checked(const char *lang)
{
    struct str rest = str_of(header_of(lang));
    while (rest.len > 0) {
        struct str value;
        struct str name = str_cut(str_cut(rest, '\n', &rest), ':', &value);
        if (str_eq_c(name, "X-Checked-By-Speaker"))
            return str_eq_c(str_trim(value), "yes");
    }
    return is_english(lang);
}

/* A growing text in an arena: pieces are counted first, then written, so this only remembers where it is. */
struct builder {
    char *out; /* NULL while counting */
    size_t length;
};

static void put(struct builder *builder, struct str text)
{
    if (builder->out && text.len > 0)
        memcpy(builder->out + builder->length, text.at, text.len);
    builder->length += text.len;
}

static const struct message_arg *find_arg(struct str name, const struct message_arg *args, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq_c(name, args[i].name))
            return &args[i];
    }
    return NULL;
}

static void put_value(struct builder *builder, const struct message_arg *arg, bool isolate)
{
    struct str value = str_of(arg->value);
    if (isolate && value.len > 0)
        put(builder, STR(ISOLATE_OPEN));
    put(builder, value);
    if (isolate && value.len > 0)
        put(builder, STR(ISOLATE_CLOSE));
}

static void fill(struct builder *builder, struct str rest, bool isolate, const struct message_arg *args, size_t count)
{
    while (rest.len > 0) {
        struct str after;
        struct str before = str_cut(rest, '{', &after);
        put(builder, before);
        if (before.len == rest.len)
            return;
        struct str tail;
        struct str name = str_cut(after, '}', &tail);
        const struct message_arg *arg = name.len < after.len ? find_arg(name, args, count) : NULL;
        if (arg)
            put_value(builder, arg, isolate);
        else
            put(builder, STR("{"));
        rest = arg ? tail : after;
    }
}

const char *message_format(struct arena *arena, const char *pattern, bool isolate, const struct message_arg *args,
                           size_t count)
{
    struct builder builder = { 0 };
    fill(&builder, str_of(pattern), isolate, args, count);
    builder = (struct builder){ .out = arena_alloc(arena, builder.length + 1) };
    fill(&builder, str_of(pattern), isolate, args, count);
    return builder.out;
}
