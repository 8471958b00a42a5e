#include "publish/importer.h"

#include <stdio.h>
#include <string.h>

const struct importer *const importers[] = { &import_hsds_csv, &import_hsds_json, &import_data_inclusion,
                                             &import_sheet };
const size_t importer_count = COUNT(importers);

const struct importer *importer_find(const char *id)
{
    for (size_t i = 0; i < importer_count; i++) {
        if (strcmp(importers[i]->id, id) == 0)
            return importers[i];
    }
    return NULL;
}

#define SURE_ENOUGH 50

const struct importer *importer_detect(struct feed *feed, struct err *err)
{
    const struct importer *best = NULL;
    int score = SURE_ENOUGH - 1;
    char missing[384] = "";
    for (size_t i = 0; i < importer_count; i++) {
        struct detection found = { 0 };
        importers[i]->detect(&found, feed);
        if (found.score > score) {
            best = importers[i];
            score = found.score;
        }
        size_t used = strlen(missing);
        if (found.missing[0])
            snprintf(missing + used, sizeof(missing) - used, "%s%s: %s", used > 0 ? "; " : "", importers[i]->id,
                     found.missing);
    }
    if (!best)
        err_at(err, ERR_FORMAT, feed_path(feed), 0, "is nothing that can be imported (%s)", missing);
    return best;
}
