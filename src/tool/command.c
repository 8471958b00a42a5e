#include "tool/command.h"

#include "base/log.h"
#include "base/nearest.h"

#include <stdio.h>
#include <string.h>

static void say_unknown(const char *what, const char *wanted, const char *const *names, size_t count, const char *help)
{
    const char *near = nearest_word(wanted, names, count);
    if (near)
        log_line("there is no %s %s; did you mean %s?", what, wanted, near);
    else
        log_line("there is no %s %s; see %s", what, wanted, help);
}

const struct command *command_find(const char *name)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const char **names = ARENA_ARRAY(&arena, const char *, command_count + 2);
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
        names[i] = commands[i].name;
    }
    names[command_count] = "--help";
    names[command_count + 1] = "--version";
    say_unknown(name[0] == '-' ? "option" : "command", name, names, command_count + 2, "maison-pack --help");
    return NULL;
}

static bool find_option(size_t *out, const struct command *command, const char *name)
{
    const char *names[OPTIONS_MAX + 1] = { "--help" };
    size_t count = 1;
    for (size_t i = 0; i < OPTIONS_MAX && command->options[i].name; i++) {
        if (strcmp(command->options[i].name, name) == 0) {
            *out = i;
            return true;
        }
        names[count++] = command->options[i].name;
    }
    char help[64];
    snprintf(help, sizeof(help), "maison-pack %s --help", command->name);
    say_unknown("option", name, names, count, help);
    return false;
}

static bool check_complete(const struct arguments *arguments, const struct command *command, size_t words)
{
    bool right = command->word_count == WORDS_MANY ? words >= 1 && words <= WORDS_MAX : words == command->word_count;
    if (!right) {
        log_line("%s takes %s; see maison-pack %s --help", command->name,
                 command->words[0] ? command->words : "options only", command->name);
        return false;
    }
    for (size_t i = 0; i < OPTIONS_MAX && command->options[i].name; i++) {
        if (command->options[i].required && !arguments->options[i]) {
            log_line("%s needs %s %s", command->name, command->options[i].name, command->options[i].value);
            return false;
        }
    }
    return true;
}

/* Reads argv[*at] and, for an option with a value, the word behind it. */
static bool read_option(struct arguments *out, const struct command *command, int argc, char **argv, int *at)
{
    size_t which;
    if (!find_option(&which, command, argv[*at]))
        return false;
    if (out->given_count == GIVEN_MAX) {
        log_line("there are more than %d options", GIVEN_MAX);
        return false;
    }
    const char *value = argv[*at];
    if (command->options[which].value) {
        if (*at + 1 >= argc) {
            log_line("%s needs %s behind it", argv[*at], command->options[which].value);
            return false;
        }
        value = argv[++*at];
    }
    out->options[which] = value;
    out->given[out->given_count].option = which;
    out->given[out->given_count++].value = value;
    return true;
}

bool arguments_read(struct arguments *out, const struct command *command, int argc, char **argv)
{
    size_t words = 0;
    bool only_words = false;
    *out = (struct arguments){ 0 };
    for (int i = 0; i < argc; i++) {
        if (!only_words && strcmp(argv[i], "--") == 0) {
            only_words = true;
        } else if (!only_words && argv[i][0] == '-' && argv[i][1]) {
            if (!read_option(out, command, argc, argv, &i))
                return false;
        } else {
            if (words < WORDS_MAX)
                out->words[words] = argv[i];
            words++;
        }
    }
    out->word_count = words;
    return check_complete(out, command, words);
}

static void print_usage(const struct command *command)
{
    printf("maison-pack %s%s%s", command->name, command->words[0] ? " " : "", command->words);
    for (size_t i = 0; i < OPTIONS_MAX && command->options[i].name; i++) {
        const struct option_spec *option = &command->options[i];
        printf(option->required ? " %s%s%s" : " [%s%s%s]", option->name, option->value ? " " : "",
               option->value ? option->value : "");
    }
    printf("\n");
}

void command_help(const struct command *command)
{
    print_usage(command);
    printf("\n%s: %s.\n%s", command->name, command->summary, command->details);
}

void program_help(void)
{
    printf("maison-pack: makes welcome packs for the kiosk\n\n");
    for (size_t i = 0; i < command_count; i++) {
        printf("  ");
        print_usage(&commands[i]);
        printf("      %s\n", commands[i].summary);
    }
    printf("\n  maison-pack COMMAND --help, maison-pack --version\n"
           "\nExit status: 0 done, 1 the answer is no, 2 wrong usage, 3 could not.\n");
}

enum status command_failed(const struct err *err)
{
    log_err(err);
    return err->code == ERR_USAGE ? STATUS_USAGE : err->code == ERR_REFUSED ? STATUS_NO : STATUS_FAILED;
}

enum status command_refused(const struct err *err)
{
    enum status status = command_failed(err);
    return err->code == ERR_FORMAT || err->code == ERR_TOO_NEW ? STATUS_NO : status;
}

bool command_say_errors(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        if (rule_severity(findings->at[i].rule) == SEVERITY_ERROR)
            log_line("%s", finding_text(&findings->at[i], findings->arena));
    }
    return findings_count(findings, SEVERITY_ERROR) > 0;
}
