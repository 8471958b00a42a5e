/* Makes packs of 1,000, 10,000 and 100,000 services in eight languages and measures how search, opening, building and
 * memory grow with them. Usage: maison-bench-scale MAISON_PACK PO_DIR FOLDER JSON (under a display). The folder keeps
 * the packs; one that is younger than the tool is not built again, unless it is small. */
#include "bench/scale.h"
#include "bench/processes.h"
#include "content/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

const char *const scale_names[SCALE_SIZES] = { "1000", "10000", "100000" };
static const double counts[SCALE_SIZES] = { 1000, 10000, 100000 };
#define LANGUAGES 8

/* Bounds are on the 99th percentile, at 10,000 and at 100,000 services; 0: none. */
static const struct {
    const char *name;
    const char *unit;
    scale_measure *measure;
    double bounds[SCALE_SIZES];
} measures[] = {
    { "keystroke to hits, file not read yet", "ms", scale_search_cold, { 0 } },
    { "keystroke to hits", "ms", scale_search, { 0, 3, 8 } },
    { "keystroke to hits, fr and ar", "ms", scale_search_some, { 0 } },
    { "the same words, raw FTS5", "ms", scale_fts5, { 0 } },
    { "opening a service", "ms", scale_service, { 2, 2, 2 } },
    { "a topic with filters and counts", "ms", scale_topic, { 10, 10, 10 } },
    { "keystroke to painted", "ms", scale_painted, { 0, 16, 25 } },
    { "PSS of the kiosk behind that", "MB", scale_memory, { 0 } },
};

static void fail(const char *what)
{
    fprintf(stderr, "maison-bench-scale: %s\n", what);
    exit(3);
}

static bool is_younger(const char *path, const char *than)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(than, &b) == 0 && a.st_mtime > b.st_mtime;
}

static void run(const char *command)
{
    if (system(command) != 0)
        fail(command);
}

/* Service-translations a second. */
static void make_pack(struct series *rate, char **argv, size_t size)
{
    char folder[512], pack[544], command[2048];
    snprintf(folder, sizeof(folder), "%s/%s", argv[3], scale_names[size]);
    snprintf(pack, sizeof(pack), "%s.pack", folder);
    if (size + 1 == SCALE_SIZES && is_younger(pack, argv[1]))
        return;
    snprintf(command, sizeof(command), "python3 tests/bench/make_folder.py '%s' %s '%s'", argv[2], scale_names[size],
             folder);
    if (!is_younger(folder, "tests/bench/make_folder.py"))
        run(command);
    snprintf(command, sizeof(command), "'%s' build '%s' -o '%s'", argv[1], folder, pack);
    double from = figures_now_ms();
    run(command);
    series_add(rate, counts[size] * LANGUAGES / (figures_now_ms() - from) * 1e3);
}

static double megabytes_of(const char *command)
{
    double bytes = 0;
    FILE *out = popen(command, "r");
    if (!out || fscanf(out, "%lf", &bytes) != 1)
        bytes = 0;
    if (out)
        pclose(out);
    return bytes / 1e6;
}

static void measure_all(struct series series[COUNT(measures)], const char *path)
{
    struct err err = { 0 };
    struct scale_pack pack = { .path = path, .now = { 2026, 11, 24, 14, 5, 0, 2 }, .place = { true, 45.1885, 5.7245 } };
    if (!pack_open(&pack.pack, path, &err))
        fail(err.detail);
    for (size_t i = 0; i < COUNT(measures); i++)
        measures[i].measure(&series[i], &pack);
    pack_close(pack.pack);
}

/* In a process of its own, so that no pack's memory weighs on another's. */
static void measure_apart(struct series series[COUNT(measures)], const char *path)
{
    int ends[2];
    if (pipe(ends) != 0)
        fail("no pipe");
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        measure_all(series, path);
        FILE *out = fdopen(ends[1], "w");
        fwrite(series, sizeof(*series), COUNT(measures), out);
        fclose(out);
        _exit(0);
    }
    close(ends[1]);
    FILE *in = fdopen(ends[0], "r");
    if (fread(series, sizeof(*series), COUNT(measures), in) != COUNT(measures))
        fail("a measurement failed");
    fclose(in);
    waitpid(child, NULL, 0);
}

static void add_one(struct figures *figures, const char *name, size_t size, const char *unit,
                    const struct series *series, double bound)
{
    char text[96];
    snprintf(text, sizeof(text), "%s, %s services", name, scale_names[size]);
    figures_add_tail(figures, text, unit, series, bound);
}

static void add_number(struct figures *figures, const char *name, size_t size, const char *unit, double value,
                       double bound)
{
    static struct series one;
    one.count = 0;
    series_add(&one, value);
    add_one(figures, name, size, unit, &one, bound);
}

static void add_growth(struct figures *figures, const char *name, const struct series *small,
                       const struct series *large)
{
    static const double percents[] = { 50, 95, 99 };
    char text[96];
    double factors[COUNT(percents)];
    for (size_t i = 0; i < COUNT(percents); i++)
        factors[i] = series_percentile(large, percents[i]) / series_percentile(small, percents[i]);
    snprintf(text, sizeof(text), "%s, growth from 1000", name);
    figures_add_growth(figures, text, factors);
}

int main(int argc, char **argv)
{
    static struct series series[SCALE_SIZES][COUNT(measures)], rates[SCALE_SIZES];
    struct figures *figures = figures_new();
    char pack[544], command[640];
    if (argc != 5)
        return 2;
    for (size_t size = 0; size < SCALE_SIZES; size++) {
        make_pack(&rates[size], argv, size);
        snprintf(pack, sizeof(pack), "%s/%s.pack", argv[3], scale_names[size]);
        measure_apart(series[size], pack);
    }
    for (size_t i = 0; i < COUNT(measures); i++) {
        for (size_t size = 0; size < SCALE_SIZES; size++)
            add_one(figures, measures[i].name, size, measures[i].unit, &series[size][i], measures[i].bounds[size]);
        add_growth(figures, measures[i].name, &series[0][i], &series[SCALE_SIZES - 1][i]);
    }
    for (size_t size = 0; size < SCALE_SIZES; size++) {
        snprintf(command, sizeof(command), "stat -c %%s '%s/%s.pack'", argv[3], scale_names[size]);
        add_number(figures, "pack on disk", size, "MB", megabytes_of(command), size == 1 ? 80 : 0);
        snprintf(command, sizeof(command), "zstd -q -c '%s/%s.pack' | wc -c", argv[3], scale_names[size]);
        add_number(figures, "pack for transport (zstd)", size, "MB", megabytes_of(command), size == 1 ? 30 : 0);
        if (rates[size].count > 0)
            add_one(figures, "service-translations built a second", size, "1/s", &rates[size], -3000);
    }
    snprintf(command, sizeof(command), "%s/%s", argv[3], scale_names[SCALE_SIZES - 1]);
    if (!scale_import(figures, argv[1], command))
        fail("the import failed");
    int over = figures_finish(figures, argv[4]);
    return over == 0 ? 0 : 1;
}
