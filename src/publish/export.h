/* The formats in which a directory leaves the house, in one table: each writes the rows of export_base.h. */
#ifndef MAISON_PUBLISH_EXPORT_H
#define MAISON_PUBLISH_EXPORT_H

#include "publish/export_base.h"

struct exporter {
    const char *id;   /* for --format: stable */
    const char *name; /* for people */

    /* Writes `out`, a file or a folder that is not there yet, whole or not at all. What a format has no room for it
     * says with export_remark. */
    bool (*write)(struct export_base *base, const char *out, struct err *err);
};

/* One per format, each in a file of its own: export_hsds_csv.c, export_hsds_json.c, … */
extern const struct exporter export_hsds_csv, export_hsds_json, export_sheet;

extern const struct exporter *const exporters[];
extern const size_t exporter_count;

/* The exporter of that id, NULL if there is none. */
const struct exporter *exporter_find(const char *id);

#endif
