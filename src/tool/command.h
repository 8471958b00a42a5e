/* The commands of maison-pack, and what they share: exit statuses, options, words on stderr. */
#ifndef MAISON_TOOL_COMMAND_H
#define MAISON_TOOL_COMMAND_H

#include "base/err.h"
#include "publish/finding.h"

enum status { STATUS_DONE, STATUS_NO, STATUS_USAGE, STATUS_FAILED };

/* What stood on the command line, by the command's own list of options. */
#define OPTIONS_MAX 8
#define GIVEN_MAX 32
#define WORDS_MAX 64
#define WORDS_MANY SIZE_MAX

struct arguments {
    const char *words[WORDS_MAX]; /* what is not an option, as many as the command asks for */
    size_t word_count;
    const char *options[OPTIONS_MAX]; /* value, or the option itself when it takes none; NULL when not given */
    struct {
        size_t option;
        const char *value;
    } given[GIVEN_MAX]; /* all that were given, in order: for what may be said again */
    size_t given_count;
};

struct option_spec {
    const char *name;
    const char *value; /* the word for its value in the help, NULL when it takes none */
    bool required;
};

struct command {
    const char *name;
    const char *words; /* for the help: "DIR" */
    size_t word_count; /* or WORDS_MANY: one or more */
    struct option_spec options[OPTIONS_MAX];
    const char *summary;
    const char *details; /* more lines for --help of the command */
    enum status (*run)(const struct arguments *arguments);
};

extern const struct command commands[];
extern const size_t command_count;

/* The command of that name; without one, says so on stderr and suggests the closest. */
const struct command *command_find(const char *name);

/* False after having said on stderr what is wrong. `argv` begins behind the command's name. */
MUST_USE bool arguments_read(struct arguments *out, const struct command *command, int argc, char **argv);

void command_help(const struct command *command);
void program_help(void);

/* Says the errors among the findings on stderr; true if there are any. */
bool command_say_errors(const struct findings *findings);

/* Says what went wrong on stderr and gives the exit status. */
enum status command_failed(const struct err *err);

/* The same where a damaged or foreign pack is the answer "no". */
enum status command_refused(const struct err *err);

enum status cmd_new(const struct arguments *arguments);
enum status cmd_check(const struct arguments *arguments);
enum status cmd_import(const struct arguments *arguments);
enum status cmd_catalogue(const struct arguments *arguments);
enum status cmd_diff(const struct arguments *arguments);
enum status cmd_export(const struct arguments *arguments);
enum status cmd_build(const struct arguments *arguments);
enum status cmd_hours(const struct arguments *arguments);
enum status cmd_search(const struct arguments *arguments);
enum status cmd_keygen(const struct arguments *arguments);
enum status cmd_pin(const struct arguments *arguments);
enum status cmd_sign(const struct arguments *arguments);
enum status cmd_verify(const struct arguments *arguments);
enum status cmd_publish(const struct arguments *arguments);
enum status cmd_install(const struct arguments *arguments);
enum status cmd_rollback(const struct arguments *arguments);
enum status cmd_status(const struct arguments *arguments);

#endif
