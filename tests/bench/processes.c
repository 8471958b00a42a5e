#include "bench/processes.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct child {
    pid_t pid;
    FILE *out;
};

static bool start(struct child *child, char *const argv[])
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    child->pid = fork();
    if (child->pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(argv[0], argv);
        _exit(127);
    }
    close(ends[1]);
    child->out = fdopen(ends[0], "r");
    return child->pid > 0 && child->out;
}

static void end(struct child *child)
{
    kill(child->pid, SIGKILL);
    waitpid(child->pid, NULL, 0);
    fclose(child->out);
}

static bool wait_for_line(struct child *child)
{
    char line[256];
    return fgets(line, sizeof(line), child->out) != NULL;
}

bool process_first_line(struct series *out, char *const argv[])
{
    struct child child;
    double from = figures_now_ms();
    if (!start(&child, argv))
        return false;
    bool said = wait_for_line(&child);
    double took = figures_now_ms() - from;
    end(&child);
    if (said)
        series_add(out, took);
    return said;
}

bool process_numbers(struct series *out, char *const argv[])
{
    struct child child;
    char line[64];
    if (!start(&child, argv))
        return false;
    while (fgets(line, sizeof(line), child.out))
        series_add(out, atof(line));
    end(&child);
    return out->count > 0;
}

/* The number behind `key` in a /proc file, 0 when it is not there. */
static double proc_number(int pid, const char *file, const char *key)
{
    char path[64], line[256];
    double value = 0;
    if (pid == 0)
        snprintf(path, sizeof(path), "/proc/self/%s", file);
    else
        snprintf(path, sizeof(path), "/proc/%d/%s", pid, file);
    FILE *in = fopen(path, "r");
    while (in && fgets(line, sizeof(line), in)) {
        if (strncmp(line, key, strlen(key)) == 0)
            value = atof(line + strlen(key));
    }
    if (in)
        fclose(in);
    return value;
}

/* User and system time so far, in milliseconds (proc(5), fields 14 and 15 of stat). */
static double cpu_ms(int pid)
{
    char path[64];
    unsigned long user = 0, system = 0;
    snprintf(path, sizeof(path), "/proc/%d/stat", pid);
    FILE *in = fopen(path, "r");
    if (in && fscanf(in, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
        user = system = 0;
    if (in)
        fclose(in);
    return (double)(user + system) * 1000 / (double)sysconf(_SC_CLK_TCK);
}

double process_pss_mb(int pid)
{
    return proc_number(pid, "smaps_rollup", "Pss:") / 1024;
}

bool process_idle(struct idle *out, char *const argv[], unsigned settle, unsigned seconds)
{
    struct child child;
    if (!start(&child, argv))
        return false;
    bool said = wait_for_line(&child);
    sleep(settle);
    double wakeups = proc_number(child.pid, "status", "voluntary_ctxt_switches:");
    double cpu = cpu_ms(child.pid);
    sleep(seconds);
    out->wakeups_a_second = (proc_number(child.pid, "status", "voluntary_ctxt_switches:") - wakeups) / seconds;
    out->cpu_ms_a_second = (cpu_ms(child.pid) - cpu) / seconds;
    out->pss_mb = process_pss_mb(child.pid);
    end(&child);
    return said;
}
