/* Importing a directory of 100,000 services: how long, with how much memory, beside what the sqlite3 shell needs to
 * read the same CSV files into tables and do nothing with them. */
#include "bench/scale.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

struct cost {
    struct series seconds, megabytes;
};

/* Runs a command of the shell's and adds its time, and the memory of the largest program in it. */
static bool measure(struct cost *out, const char *command)
{
    struct rusage usage;
    int status = 0;
    double from = figures_now_ms();
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return false;
    series_add(&out->seconds, (figures_now_ms() - from) / 1e3);
    series_add(&out->megabytes, (double)usage.ru_maxrss / 1024);
    return true;
}

bool scale_import(struct figures *figures, const char *tool, const char *folder)
{
    static struct cost first, again, shell;
    char import[2048], prepare[2048], plain[2048];
    snprintf(prepare, sizeof(prepare),
             "rm -rf '%s.import' && mkdir '%s.import' && cp '%s/datapackage.json' '%s.import'", folder, folder, folder,
             folder);
    snprintf(import, sizeof(import),
             "exec '%s' import '%s/hsds' --into '%s.import' --url https://ville.example/ >/dev/null", tool, folder,
             folder);
    snprintf(
        plain, sizeof(plain),
        "rm -f '%s.db'; for file in '%s'/hsds/*.csv; do echo \".import --csv $file $(basename $file .csv)\"; done | "
        "sqlite3 '%s.db'",
        folder, folder, folder);
    if (system(prepare) != 0 || !measure(&first, import) || !measure(&again, import) || !measure(&shell, plain))
        return false;
    figures_add(figures, "importing 100000 services as HSDS CSV", "s", &first.seconds, 0, &shell.seconds,
                "sqlite3 .import of the files");
    figures_add(figures, "importing the same again, three ways", "s", &again.seconds, 0, &shell.seconds,
                "sqlite3 .import of the files");
    figures_add(figures, "largest resident memory of an import", "MB", &first.megabytes, 256, &shell.megabytes,
                "sqlite3");
    figures_add(figures, "of an import of the same again", "MB", &again.megabytes, 256, &shell.megabytes, "sqlite3");
    return true;
}
