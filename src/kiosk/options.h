/* What the command line and the config file ask for. */
#ifndef MAISON_KIOSK_OPTIONS_H
#define MAISON_KIOSK_OPTIONS_H

#include "base/arena.h"
#include "base/err.h"
#include "content/minisig.h"
#include "kiosk/keys.h"

struct options {
    const char *pack; /* beside a store: what shows when nothing in it can be shown */
    const char *store;
    struct minisig_trust trust; /* the keys and … */
    const char *audience;       /* … the audience of what the store may show; NULL: not said */
    const char *config;
    const char *kiosk; /* row of kiosks.csv; NULL: the first */
    const char *lang;  /* opens home in it; NULL: the resting screen */
    int width, height; /* 0: the display's */
    double diagonal;   /* inches */
    bool windowed;
    bool offscreen;
    bool has_now;
    int64_t now_ms;     /* Unix milliseconds */
    const char *script; /* file, or "-" for stdin; NULL: interactive */
    bool stats;
    bool check_fit; /* lays everything out instead of showing it */
    bool help, version;
    int idle_seconds;
    int volume, volume_limit;   /* of the voice: with which each visit begins, and the most */
    struct key_map keys;        /* what the config says of keys */
    const char *printer;        /* as platform/printer.h says; NULL: none */
    const char *local_dir;      /* where notes are kept; NULL: none are taken */
    const char *staff_pin_hash; /* Argon2id's string; NULL: there is no staff screen */
    const char *sticks;         /* folders in which sticks show as folders, parted by ":" */
    const char *clock_command;  /* program that sets the computer's clock; NULL: staff can't */
    int low_reach_mm;           /* how high a low reach gets, from the screen's lower edge; 0: half of the screen */
};

struct options options_default(void);

/* Reads the command line over *options. ERR_USAGE names what is wrong and the nearest option. */
MUST_USE bool options_parse(struct options *options, int argc, char **argv, struct err *err);

/* One setting by its name ("diagonal"), as in the config file; the value is borrowed. Both ERR_USAGE: an unknown name,
 * a value that can't be. */
MUST_USE bool options_set(struct options *options, const char *name, const char *value, struct err *err);

/* Reads a config file (INI without sections: `name = value`, `#` or `;` comments) under what the command line has said:
 * call it on the defaults, before options_parse is repeated. Strings live in the arena. */
MUST_USE bool options_read_config(struct options *options, struct arena *arena, const char *path, struct err *err);

/* Pixels per millimetre of a screen of that size. */
double options_pixels_per_mm(const struct options *options, int width, int height);

extern const char options_usage[];

#endif
