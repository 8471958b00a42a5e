#include "bench/figures.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROWS_MAX 64

struct row {
    char name[96], unit[16], baseline_name[64];
    double median, p95, p99, bound, baseline;
    size_t count;
    bool has_baseline;
    bool bounds_tail; /* the bound is on p99, not on the median */
};

static double bounded(const struct row *row)
{
    return row->bounds_tail ? row->p99 : row->median;
}

/* What was not measured has not kept its bound. */
static bool is_over(const struct row *row)
{
    if (row->bound != 0 && row->count == 0)
        return true;
    return row->bound < 0 ? row->median < -row->bound : row->bound > 0 && bounded(row) > row->bound;
}

struct figures {
    struct row rows[ROWS_MAX];
    size_t count;
};

double figures_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void series_add(struct series *series, double value)
{
    if (series->count < SERIES_MAX)
        series->values[series->count++] = value;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double series_percentile(const struct series *series, double percent)
{
    if (series->count == 0)
        return 0;
    double *sorted = malloc(series->count * sizeof(*sorted));
    if (!sorted)
        abort();
    memcpy(sorted, series->values, series->count * sizeof(*sorted));
    qsort(sorted, series->count, sizeof(*sorted), by_value);
    size_t at = (size_t)(percent / 100 * (double)(series->count - 1) + 0.5);
    double value = sorted[at];
    free(sorted);
    return value;
}

struct figures *figures_new(void)
{
    struct figures *figures = calloc(1, sizeof(*figures));
    if (!figures)
        abort();
    return figures;
}

void figures_add(struct figures *figures, const char *name, const char *unit, const struct series *series, double bound,
                 const struct series *baseline, const char *baseline_name)
{
    if (figures->count == ROWS_MAX)
        return;
    struct row *row = &figures->rows[figures->count++];
    snprintf(row->name, sizeof(row->name), "%s", name);
    snprintf(row->unit, sizeof(row->unit), "%s", unit);
    row->median = series_percentile(series, 50);
    row->p95 = series_percentile(series, 95);
    row->p99 = series_percentile(series, 99);
    row->count = series->count;
    row->bound = bound;
    row->has_baseline = baseline != NULL;
    if (baseline) {
        row->baseline = series_percentile(baseline, 50);
        snprintf(row->baseline_name, sizeof(row->baseline_name), "%s", baseline_name);
    }
}

void figures_add_tail(struct figures *figures, const char *name, const char *unit, const struct series *series,
                      double bound)
{
    figures_add(figures, name, unit, series, bound, NULL, NULL);
    figures->rows[figures->count - 1].bounds_tail = true;
}

void figures_add_growth(struct figures *figures, const char *name, const double factors[3])
{
    static const struct series none;
    figures_add(figures, name, "times", &none, 0, NULL, NULL);
    struct row *row = &figures->rows[figures->count - 1];
    row->median = factors[0];
    row->p95 = factors[1];
    row->p99 = factors[2];
}

static const char *verdict(const struct row *row)
{
    if (!is_over(row))
        return "kept";
    if (row->count == 0)
        return "NOT MEASURED";
    return row->bound < 0 ? "UNDER" : "OVER";
}

static void print_row(const struct row *row)
{
    printf("%-52s %6zu %9.2f %9.2f %9.2f %-5s", row->name, row->count, row->median, row->p95, row->p99, row->unit);
    if (row->bound != 0)
        printf(" %8.0f %s", fabs(row->bound), verdict(row));
    else
        printf(" %8s     ", "");
    if (row->has_baseline)
        printf("  %.2f %s", row->baseline, row->baseline_name);
    putchar('\n');
}

static void write_row(FILE *out, const struct row *row, bool last)
{
    fprintf(out, "  {\"name\":\"%s\",\"unit\":\"%s\",\"count\":%zu,\"median\":%.4f,\"p95\":%.4f,\"p99\":%.4f",
            row->name, row->unit, row->count, row->median, row->p95, row->p99);
    if (row->bound > 0)
        fprintf(out, ",\"bound\":%.2f", row->bound);
    else if (row->bound < 0)
        fprintf(out, ",\"at_least\":%.2f", -row->bound);
    if (row->has_baseline)
        fprintf(out, ",\"baseline\":%.4f,\"baseline_name\":\"%s\"", row->baseline, row->baseline_name);
    fprintf(out, "}%s\n", last ? "" : ",");
}

int figures_finish(struct figures *figures, const char *json_path)
{
    int over = 0;
    FILE *out = fopen(json_path, "w");
    printf("%-52s %6s %9s %9s %9s %-5s %8s       %s\n", "what", "runs", "median", "p95", "p99", "unit", "bound",
           "baseline (median)");
    if (out)
        fprintf(out, "[\n");
    for (size_t i = 0; i < figures->count; i++) {
        const struct row *row = &figures->rows[i];
        print_row(row);
        if (out)
            write_row(out, row, i + 1 == figures->count);
        over += is_over(row);
    }
    if (out) {
        fprintf(out, "]\n");
        fclose(out);
    }
    free(figures);
    return over;
}
