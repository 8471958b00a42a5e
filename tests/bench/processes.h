/* Measures whole programs from outside: how long until they say that they are ready, and what they do while idle. */
#ifndef MAISON_BENCH_PROCESSES_H
#define MAISON_BENCH_PROCESSES_H

#include "bench/figures.h"

/* Starts argv, waits for its first line on stdout, ends it; adds the milliseconds. False when it failed. */
bool process_first_line(struct series *out, char *const argv[]);

/* Starts argv and reads numbers from its stdout, one a line. */
bool process_numbers(struct series *out, char *const argv[]);

struct idle {
    double wakeups_a_second; /* context switches by its own will */
    double cpu_ms_a_second;
    double pss_mb;
};

/* Starts argv, waits for its first line, lets it rest for `settle` seconds, then watches it for `seconds`. */
bool process_idle(struct idle *out, char *const argv[], unsigned settle, unsigned seconds);

/* Proportional set size of a process (0: this one), in MB, from /proc/PID/smaps_rollup (proc(5)). */
double process_pss_mb(int pid);

#endif
