/* Measured figures: medians and tails of a series, a table for people, JSON for programs. */
#ifndef MAISON_BENCH_FIGURES_H
#define MAISON_BENCH_FIGURES_H

#include "base/def.h"

#define SERIES_MAX 4096

struct series {
    double values[SERIES_MAX];
    size_t count;
};

void series_add(struct series *series, double value);
double series_percentile(const struct series *series, double percent);

struct figures;

struct figures *figures_new(void);

/* A row: what was measured, in which unit, the series, and the bound that it should keep (0: none). `baseline` may be
 * NULL. */
void figures_add(struct figures *figures, const char *name, const char *unit, const struct series *series, double bound,
                 const struct series *baseline, const char *baseline_name);

/* The same, but the bound is on the 99th percentile; a negative one is the least that the median must reach. */
void figures_add_tail(struct figures *figures, const char *name, const char *unit, const struct series *series,
                      double bound);

/* A row of factors: of the median, the 95th and the 99th percentile. */
void figures_add_growth(struct figures *figures, const char *name, const double factors[3]);

/* Prints the table on stdout and writes the JSON. Returns the number of rows over their bound. */
int figures_finish(struct figures *figures, const char *json_path);

double figures_now_ms(void);

#endif
