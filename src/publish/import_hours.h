/* Opening hours of a source, staged as rows of schedules and of closures. */
#ifndef MAISON_PUBLISH_IMPORT_HOURS_H
#define MAISON_PUBLISH_IMPORT_HOURS_H

#include "publish/import_pack.h"
#include "publish/opening_hours.h"

/* Whose hours they are. Ids are the source's. */
struct import_door {
    const char *column;  /* "service_at_location_id", "service_id" or "location_id": where the owner's id goes */
    const char *id;      /* the owner's */
    const char *service; /* whom closures concern; NULL: only rows of schedules can be staged */
};

/* True if the hours need rows of closures, which only a service has. */
bool import_hours_need_service(const struct opening_hours *hours);

/* `field` and `text` are for doubts: the source's column, and what stands there. */
void import_hours_stage(struct staging *staging, const struct import_pack *pack, const struct import_door *door,
                        const struct opening_hours *hours, const char *field, struct str text);

#endif
