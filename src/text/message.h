/* The interface's own sentences, through gettext. The msgid is English; the process locale stays at C.UTF-8
 * and the language is chosen per call, so one screen can speak several. Results are borrowed and live as long
 * as the process. */
#ifndef MAISON_TEXT_MESSAGE_H
#define MAISON_TEXT_MESSAGE_H

#include "base/arena.h"
#include "base/err.h"

/* Sets the process locale and says where the compiled catalogues are (FOLDER/TAG/LC_MESSAGES/maison.mo). */
MUST_USE bool message_init(const char *folder, struct err *err);

/* The sentence in that language, or the msgid (English) when its catalogue lacks it. */
const char *message_get(const char *lang, const char *msgid);
const char *message_plural(const char *lang, const char *msgid, const char *msgid_plural, unsigned long n);

/* True if the language has a catalogue. English always has one: the msgids. */
bool message_has(const char *lang);

/* True if the catalogue's header says that a speaker of the language has read it ("X-Checked-By-Speaker:
 * yes"). */
bool message_is_checked(const char *lang);

/* A value for a placeholder. */
struct message_arg {
    const char *name;
    const char *value;
};

/* Replaces each {name} of the pattern by its value; an unknown placeholder stays as it is. The value is put
 * between U+2068 and U+2069 (Unicode bidi isolates, UAX #9 3.1.2) when `isolate` is true, so that numbers and
 * foreign names keep their own order. Translators can reorder, double and drop placeholders; a catalogue
 * can't crash the program. */
const char *message_format(struct arena *arena, const char *pattern, bool isolate, const struct message_arg *args,
                           size_t count);

#define MESSAGE_FORMAT(arena, pattern, ...)                                                                            \
    message_format((arena), (pattern), true, (const struct message_arg[]){ __VA_ARGS__ },                              \
                   sizeof((const struct message_arg[]){ __VA_ARGS__ }) / sizeof(struct message_arg))

#endif
