/* maison-pack: the municipality's side of the kiosk. */
#include "base/log.h"
#include "tool/command.h"

#include <stdio.h>
#include <string.h>

static bool asks_help(int argc, char **argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0)
            return true;
    }
    return false;
}

static enum status run(int argc, char **argv)
{
    struct arguments arguments;
    const struct command *command = command_find(argv[0]);
    if (!command)
        return STATUS_USAGE;
    if (asks_help(argc - 1, argv + 1)) {
        command_help(command);
        return STATUS_DONE;
    }
    if (!arguments_read(&arguments, command, argc - 1, argv + 1))
        return STATUS_USAGE;
    return command->run(&arguments);
}

int main(int argc, char **argv)
{
    enum status status = STATUS_DONE;
    log_set_program("maison-pack");
    if (argc < 2) {
        log_line("no command given; see maison-pack --help");
        return STATUS_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0)
        program_help();
    else if (strcmp(argv[1], "--version") == 0)
        printf("maison-pack %s\n", MAISON_VERSION);
    else
        status = run(argc - 1, argv + 1);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        log_line("stdout can't be written");
        return STATUS_FAILED;
    }
    return (int)status;
}
