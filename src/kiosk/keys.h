/* What keys do: those of a keyboard, and those of keypads with arrows, OK, back, help and volume, which send whatever
 * they were set to send. A config can give any key any function. */
#ifndef MAISON_KIOSK_KEYS_H
#define MAISON_KIOSK_KEYS_H

#include "base/def.h"

enum key_function {
    KEY_NONE,
    KEY_NEXT,
    KEY_PREVIOUS,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_OK,
    KEY_SPACE, /* OK where nothing is typed */
    KEY_BACK,
    KEY_HOME,
    KEY_HELP,   /* what the keys do; at rest it starts the speech as well */
    KEY_LISTEN, /* reads the screen */
    KEY_REPEAT, /* says it again */
    KEY_LOUDER,
    KEY_SOFTER,
    KEY_FASTER,
    KEY_SLOWER,
    KEY_HEADSET_IN, /* as keypads report it: the speech starts */
    KEY_HEADSET_OUT,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_ERASE,
    KEY_FUNCTION_COUNT
};

#define KEYS_MAX 32
#define KEY_NAME_MAX 32

/* What a config says, before what is usual. */
struct key_map {
    struct {
        char name[KEY_NAME_MAX]; /* SDL's name of the key */
        enum key_function function;
    } at[KEYS_MAX];
    size_t count;
};

/* Reads "F13=up, F14=down, F19=help". False for a name of no function, and for too many; whether there is such a key
 * is the caller's to ask. */
MUST_USE bool keys_parse(struct key_map *out, const char *text);

enum key_function keys_function(const struct key_map *map, const char *name);

/* Those that go to something on the screen, choose it or leave it. */
bool keys_moves(enum key_function function);

/* Those that make speech louder, softer, faster or slower do not interrupt it. */
bool keys_keeps_speech(enum key_function function);

#endif
