#include "support/fuzz_import.h"

#include "publish/staging_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/maison-fuzz-XXXXXX";
static char path[64];

static void clean_up(void)
{
    unlink(path);
    rmdir(folder);
}

void fuzz_expect(bool holds)
{
    if (!holds)
        abort();
}

struct feed *fuzz_feed(const char *name, const uint8_t *data, size_t size)
{
    struct feed *feed = NULL;
    if (!path[0]) {
        fuzz_expect(mkdtemp(folder) != NULL);
        snprintf(path, sizeof(path), "%s/%s", folder, name);
        atexit(clean_up);
    }
    FILE *out = fopen(path, "wb");
    fuzz_expect(out && fwrite(data, 1, size, out) == size && fclose(out) == 0);
    struct err err = { 0 };
    /* Bytes that begin like a zip may well be none. */
    if (!feed_open(&feed, path, &err))
        fuzz_expect(err.code == ERR_FORMAT && err.detail[0]);
    return feed;
}

void fuzz_import(const struct importer *importer, struct feed *feed)
{
    CLEANUP(staging_closep) struct staging *staging = NULL;
    struct import_context context = { .into = folder, .country = "FR", .language = "fr", .today = "2026-11-25" };
    struct detection found;
    struct err err = { 0 };
    importer->detect(&found, feed);
    fuzz_expect(found.score >= 50 || found.missing[0]);
    if (found.score < 50) /* most inputs; a staging costs a hundred times more than looking */
        return;
    fuzz_expect(staging_open(&staging, "fuzz", &err));
    if (!importer->read(staging, feed, &context, &err)) {
        fuzz_expect(err.code == ERR_FORMAT && err.detail[0]);
        return;
    }
    fuzz_expect(staging_settle(staging, folder, &err) && staging_ok(staging, &err));
    for (size_t i = 0; i < staging->file_counts.count; i++)
        fuzz_expect(staging->file_counts.at[i].taken >= 0 && staging->file_counts.at[i].refused >= 0);
}
