#include "publish/run.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The caller's environment with the locale replaced. */
#define ENVIRONMENT_MAX 512

static void make_environment(const char *out[ENVIRONMENT_MAX + 2])
{
    size_t count = 0;
    for (char **entry = environ; *entry && count < ENVIRONMENT_MAX; entry++) {
        struct str text = str_of(*entry);
        if (!str_starts(text, STR("LC_")) && !str_starts(text, STR("LANG")))
            out[count++] = *entry;
    }
    out[count++] = "LC_ALL=C.UTF-8";
    out[count] = NULL;
}

bool run_program(const char *const *argv, struct err *err)
{
    const char *environment[ENVIRONMENT_MAX + 2];
    pid_t child;
    int status;
    make_environment(environment);
    /* POSIX leaves the strings alone; its signature predates const. */
    int failed = posix_spawnp(&child, argv[0], NULL, NULL, (char *const *)(uintptr_t)argv,
                              (char *const *)(uintptr_t)environment);
    if (failed != 0)
        return err_set(err, ERR_MISSING, "%s can't be started: %s", argv[0], strerror(failed));
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return err_set(err, ERR_IO, "%s got lost: %s", argv[0], strerror(errno));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return err_set(err, ERR_FORMAT, "%s failed", argv[0]);
    return true;
}
