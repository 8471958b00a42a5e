#include "publish/import_ids.h"

#include "base/arena.h"

#include <ctype.h>
#include <string.h>
#include <uuid/uuid.h>

/* f2f75b98-124b-55aa-af92-0357ab2d1614: the UUIDv5 of https://maison.example/pack among URLs. */
static const uuid_t namespace = { 0xf2, 0xf7, 0x5b, 0x98, 0x12, 0x4b, 0x55, 0xaa,
                                  0xaf, 0x92, 0x03, 0x57, 0xab, 0x2d, 0x16, 0x14 };

bool import_id_is_uuid(struct str id)
{
    if (id.len != 36)
        return false;
    for (size_t i = 0; i < 36; i++) {
        bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? id.at[i] != '-' : !isxdigit((unsigned char)id.at[i]))
            return false;
    }
    return true;
}

void import_id_map(char out[static IMPORT_ID_SIZE], const char *source, const char *table, struct str id)
{
    uuid_t made;
    if (import_id_is_uuid(id)) {
        for (size_t i = 0; i < id.len; i++)
            out[i] = (char)tolower((unsigned char)id.at[i]);
        out[id.len] = '\0';
        return;
    }
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const char *name = arena_printf(&arena, "%s|%s|%.*s", source, table, STR_FMT(id));
    uuid_generate_sha1(made, namespace, name, strlen(name));
    uuid_unparse_lower(made, out);
}
