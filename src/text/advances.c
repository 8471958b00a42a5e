#include "text/advances.h"

#include <stdlib.h>
#include <string.h>

/* A few screens' worth of words. A newcomer takes the place of the one that was there: nothing grows, nothing
 * has to be thrown out. */
#define SLOT_COUNT 8192u

struct slot {
    uint64_t hash; /* 0: empty */
    struct unit_metrics metrics;
};

/* The hash stands for the unit: among 8,192 words two share all 64 bits once in 10^11 kiosks, and then one
 * word is spaced wrongly. */
struct advances {
    struct text_measurer measurer;
    struct slot slots[SLOT_COUNT];
};

bool advances_new(struct advances **out, struct text_measurer measurer, struct err *err)
{
    struct advances *advances = calloc(1, sizeof(*advances));
    if (!advances)
        return err_set(err, ERR_IO, "out of memory");
    advances->measurer = measurer;
    *out = advances;
    return true;
}

void advances_free(struct advances *advances)
{
    free(advances);
}

static uint64_t hash_of(const struct text_unit *unit)
{
    int numbers[] = { unit->face, unit->size, unit->rtl };
    uint64_t hash = str_hash(numbers, sizeof(numbers), STR_HASH_SEED);
    hash = str_hash(unit->script, 4, hash);
    hash = str_hash(unit->lang, strlen(unit->lang) + 1, hash);
    hash = str_hash(unit->text.at, unit->text.len, hash);
    return hash ? hash : 1;
}

struct unit_metrics advances_of(struct advances *advances, const struct text_unit *unit)
{
    uint64_t hash = hash_of(unit);
    struct slot *slot = &advances->slots[(hash ^ (hash >> 32)) % SLOT_COUNT];
    if (slot->hash != hash) {
        slot->metrics = advances->measurer.unit(advances->measurer.data, unit);
        slot->hash = hash;
    }
    return slot->metrics;
}

struct face_metrics advances_face(const struct advances *advances, int face, int size)
{
    return advances->measurer.face(advances->measurer.data, face, size);
}

void advances_clear(struct advances *advances)
{
    memset(advances->slots, 0, sizeof(advances->slots));
}
