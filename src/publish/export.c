#include "publish/export.h"

#include <string.h>

const struct exporter *const exporters[] = { &export_hsds_csv, &export_hsds_json, &export_sheet };
const size_t exporter_count = COUNT(exporters);

const struct exporter *exporter_find(const char *id)
{
    for (size_t i = 0; i < exporter_count; i++) {
        if (strcmp(exporters[i]->id, id) == 0)
            return exporters[i];
    }
    return NULL;
}
