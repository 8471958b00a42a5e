/* HSDS 3.2 as nested JSON: one page of services, as its API gives them, each with all that belongs to it. One service a
 * line, so that differences between two exports can be read. */
#include "publish/export.h"
#include "publish/export_file.h"
#include "publish/export_nest.h"

#define REAL_DIGITS 15 /* what a double holds for certain: 45.1885 stays 45.1885 */

static bool write_services(struct export_file *file, struct export_base *base, struct err *err)
{
    CLEANUP(nester_closep) struct nester *nester = NULL;
    const char *before = "\n";
    if (!nester_open(&nester, base, err))
        return false;
    for (json_t *service = nester_next(nester); service; service = nester_next(nester)) {
        fputs(before, file->stream);
        int written = json_dumpf(service, file->stream, JSON_COMPACT | JSON_REAL_PRECISION(REAL_DIGITS));
        json_decref(service);
        if (written != 0)
            return err_at(err, ERR_IO, file->path, 0, "can't be written");
        before = ",\n";
    }
    return nester_ok(nester, err);
}

static bool write_page(struct export_base *base, const char *out, struct err *err)
{
    CLEANUP(export_file_end) struct export_file file = { 0 };
    size_t services = 0;
    if (!hsds_find(&services, "services") || !export_file_begin(&file, out, err))
        return false;
    size_t count = base->tables[services].rows;
    fprintf(file.stream,
            "{\"total_items\": %zu, \"total_pages\": 1, \"page_number\": 1, \"size\": %zu, \"first_page\": true, "
            "\"last_page\": true, \"empty\": %s, \"contents\": [",
            count, count, count == 0 ? "true" : "false");
    if (!write_services(&file, base, err))
        return false;
    fputs("\n]}\n", file.stream);
    return export_file_finish(&file, err);
}

const struct exporter export_hsds_json = { "hsds-json", "HSDS 3.2 as one JSON page of nested services", write_page };
