/* Ids of what an import brings: UUIDs stay, others become the same UUID each time (docs/pack-format.md, Made-up ids).
 */
#ifndef MAISON_PUBLISH_IMPORT_IDS_H
#define MAISON_PUBLISH_IMPORT_IDS_H

#include "base/str.h"

#define IMPORT_ID_SIZE 37

/* RFC 9562, 4: 8-4-4-4-12 hexadecimal digits. */
bool import_id_is_uuid(struct str id);

/* A UUID in lower case letters, else the UUIDv5 of `source|table|id` in the published namespace. */
void import_id_map(char out[static IMPORT_ID_SIZE], const char *source, const char *table, struct str id);

#endif
