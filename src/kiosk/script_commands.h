/* The commands of a UI script, as a table. Internal to the script runner. */
#ifndef MAISON_KIOSK_SCRIPT_COMMANDS_H
#define MAISON_KIOSK_SCRIPT_COMMANDS_H

#include "kiosk/script.h"

#define SCRIPT_WORDS_MAX 8
#define SCRIPT_COMMANDS_MAX 32

struct script_word {
    const char *text;
    bool quoted;
    bool closed; /* the quote has its end */
};

struct script_line {
    struct script_word words[SCRIPT_WORDS_MAX]; /* the command first */
    size_t count;
};

struct script_command {
    const char *name;
    size_t arguments;
    const char *usage;
    enum script_result (*run)(struct app *app, const struct script_line *line, struct err *err);
};

/* Ends with a row without a name. */
extern const struct script_command script_commands[];

/* The screen's texts, a paragraph a line, in logical order, without bidi controls, spaces made single. In the arena. */
const char *script_screen_text(const struct app *app, struct arena *arena);

/* Lets time pass, stopping wherever something is due. */
MUST_USE bool script_wait(struct app *app, int64_t milliseconds, struct err *err);

#endif
