/* The formats that can be imported, in one table: each looks at a feed and says how sure it is, and reads it into the
 * staging. */
#ifndef MAISON_PUBLISH_IMPORTER_H
#define MAISON_PUBLISH_IMPORTER_H

#include "publish/feed.h"
#include "publish/staging.h"

/* What an importer thinks of a feed. */
struct detection {
    int score;         /* 0: not mine; 50: could be; 100: certainly. The highest is taken, the first of equals */
    char missing[256]; /* with a score below 50, in words: "there is no services.csv" */
};

/* What an importer may know besides the feed. */
struct import_context {
    const char *into;        /* the pack folder, as it was before */
    const char *country;     /* ISO 3166-1 alpha-2, of its datapackage.json */
    const char *language;    /* BCP 47, its source language */
    const char *const *tags; /* its languages */
    size_t tag_count;
    const char *today; /* YYYY-MM-DD */
};

struct importer {
    const char *id;   /* for --format: stable */
    const char *name; /* for people */
    void (*detect)(struct detection *out, struct feed *feed);

    /* False when the feed is refused as a whole (ERR_FORMAT: the detail says what is missing) or could not be read. A
     * failure of the staging need not be asked for. */
    bool (*read)(struct staging *staging, struct feed *feed, const struct import_context *context, struct err *err);
};

/* One per format, each in a file of its own: import_hsds_csv.c, import_hsds_json.c, … */
extern const struct importer import_hsds_csv, import_hsds_json, import_data_inclusion, import_sheet;

extern const struct importer *const importers[];
extern const size_t importer_count;

/* The importer of that id, NULL if there is none. */
const struct importer *importer_find(const char *id);

/* The one that is surest of the feed. NULL, with what each misses in *err (ERR_FORMAT), if none is. */
const struct importer *importer_detect(struct feed *feed, struct err *err);

#endif
