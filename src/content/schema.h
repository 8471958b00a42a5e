/* The text of schema.sql, built into the programs: publish makes packs from it, pack_open holds packs against
 * it. */
#ifndef MAISON_CONTENT_SCHEMA_H
#define MAISON_CONTENT_SCHEMA_H

extern const char content_schema_sql[];

#endif
