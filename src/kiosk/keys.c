#include "kiosk/keys.h"

#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    [KEY_NONE] = "nothing",
    [KEY_NEXT] = "next",
    [KEY_PREVIOUS] = "previous",
    [KEY_UP] = "up",
    [KEY_DOWN] = "down",
    [KEY_LEFT] = "left",
    [KEY_RIGHT] = "right",
    [KEY_OK] = "ok",
    [KEY_SPACE] = "space",
    [KEY_BACK] = "back",
    [KEY_HOME] = "home",
    [KEY_HELP] = "help",
    [KEY_LISTEN] = "listen",
    [KEY_REPEAT] = "repeat",
    [KEY_LOUDER] = "louder",
    [KEY_SOFTER] = "softer",
    [KEY_FASTER] = "faster",
    [KEY_SLOWER] = "slower",
    [KEY_HEADSET_IN] = "headset-in",
    [KEY_HEADSET_OUT] = "headset-out",
    [KEY_PAGE_UP] = "page-up",
    [KEY_PAGE_DOWN] = "page-down",
    [KEY_ERASE] = "erase",
};
static_assert(COUNT(names) == KEY_FUNCTION_COUNT, "each function needs a name");

/* F13 to F24 are on no keyboard that people type on, so a keypad can be set to them; a keyboard has the others. */
static const struct {
    const char *name;
    enum key_function function;
} usual[] = {
    { "Tab", KEY_NEXT },
    { "Down", KEY_DOWN },
    { "Up", KEY_UP },
    { "Right", KEY_RIGHT },
    { "Left", KEY_LEFT },
    { "Return", KEY_OK },
    { "Keypad Enter", KEY_OK },
    { "Space", KEY_SPACE },
    { "Select", KEY_OK },
    { "Escape", KEY_BACK },
    { "AC Back", KEY_BACK },
    { "Home", KEY_HOME },
    { "AC Home", KEY_HOME },
    { "F1", KEY_HELP },
    { "Help", KEY_HELP },
    { "F2", KEY_LISTEN },
    { "AudioPlay", KEY_LISTEN },
    { "F3", KEY_REPEAT },
    { "AudioRewind", KEY_REPEAT },
    { "VolumeUp", KEY_LOUDER },
    { "VolumeDown", KEY_SOFTER },
    { "F6", KEY_LOUDER },
    { "F5", KEY_SOFTER },
    { "F8", KEY_FASTER },
    { "F7", KEY_SLOWER },
    { "PageDown", KEY_PAGE_DOWN },
    { "PageUp", KEY_PAGE_UP },
    { "Backspace", KEY_ERASE },
    { "F13", KEY_UP },
    { "F14", KEY_DOWN },
    { "F15", KEY_LEFT },
    { "F16", KEY_RIGHT },
    { "F17", KEY_OK },
    { "F18", KEY_BACK },
    { "F19", KEY_HELP },
    { "F20", KEY_LOUDER },
    { "F21", KEY_SOFTER },
    { "F22", KEY_LISTEN },
    { "F23", KEY_HEADSET_IN },
    { "F24", KEY_HEADSET_OUT },
};

enum key_function keys_function(const struct key_map *map, const char *name)
{
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->at[i].name, name) == 0)
            return map->at[i].function;
    }
    for (size_t i = 0; i < COUNT(usual); i++) {
        if (strcmp(usual[i].name, name) == 0)
            return usual[i].function;
    }
    return KEY_NONE;
}

static bool find_function(enum key_function *out, struct str name)
{
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_eq_c(name, names[i])) {
            *out = (enum key_function)i;
            return true;
        }
    }
    return false;
}

bool keys_parse(struct key_map *out, const char *text)
{
    struct key_map map = { .count = 0 };
    struct str rest = str_of(text);
    while (str_trim(rest).len > 0) {
        struct str function;
        struct str key = str_trim(str_cut(str_cut(rest, ',', &rest), '=', &function));
        if (map.count == KEYS_MAX || key.len == 0 || key.len >= KEY_NAME_MAX ||
            !find_function(&map.at[map.count].function, str_trim(function)))
            return false;
        snprintf(map.at[map.count++].name, KEY_NAME_MAX, "%.*s", STR_FMT(key));
    }
    *out = map;
    return map.count > 0;
}

bool keys_moves(enum key_function function)
{
    return (function >= KEY_NEXT && function <= KEY_BACK) || function == KEY_PAGE_UP || function == KEY_PAGE_DOWN;
}

bool keys_keeps_speech(enum key_function function)
{
    return function == KEY_LOUDER || function == KEY_SOFTER || function == KEY_FASTER || function == KEY_SLOWER;
}
