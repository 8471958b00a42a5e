#include "text/collate.h"

#include "text/icu.h"

#include <stdlib.h>
#include <unicode/ucol.h>

struct collator {
    UCollator *icu;
};

bool collator_open(struct collator **out, const char *lang, struct err *err)
{
    char id[ICU_ID_MAX];
    UErrorCode status = U_ZERO_ERROR;
    icu_locale_id(id, lang ? lang : "und");
    UCollator *icu = ucol_open(id, &status);
    if (U_FAILURE(status))
        return err_set(err, ERR_FORMAT, "ICU can't sort: %s", u_errorName(status));
    struct collator *collator = malloc(sizeof(*collator));
    if (!collator) {
        ucol_close(icu);
        return err_set(err, ERR_IO, "out of memory");
    }
    collator->icu = icu;
    *out = collator;
    return true;
}

void collator_close(struct collator *collator)
{
    if (collator)
        ucol_close(collator->icu);
    free(collator);
}

void collator_closep(struct collator **collator)
{
    collator_close(*collator);
}

const char *collator_key(const struct collator *collator, struct arena *arena, const char *text)
{
    int32_t length;
    UChar *wide = icu_wide(arena, text, &length);
    int32_t room = ucol_getSortKey(collator->icu, wide, length, NULL, 0);
    if (room <= 0)
        return "";
    uint8_t *key = arena_alloc(arena, (size_t)room);
    ucol_getSortKey(collator->icu, wide, length, key, room);
    return (const char *)key;
}
