/* Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit set on all but the last
 * (LEB128, as DWARF 5, 7.6 describes it). */
#ifndef MAISON_BASE_VARINT_H
#define MAISON_BASE_VARINT_H

#include "base/def.h"

#define VARINT_MAX 10 /* bytes of the largest */

/* Returns how many bytes were written. */
size_t varint_put(uint8_t out[static VARINT_MAX], uint64_t value);

/* Reads the number at *at, which moves behind it. False, and nothing moves, when it does not end before `end` or does
 * not fit. */
static inline bool varint_get(uint64_t *out, const uint8_t **at, const uint8_t *end)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && *at + shift / 7 < end; shift += 7) {
        uint8_t byte = (*at)[shift / 7];
        value |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            *at += shift / 7 + 1;
            *out = value;
            return true;
        }
    }
    return false;
}

#endif
