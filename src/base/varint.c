#include "base/varint.h"

size_t varint_put(uint8_t out[static VARINT_MAX], uint64_t value)
{
    size_t count = 0;
    for (; value >= 0x80; value >>= 7)
        out[count++] = (uint8_t)(value | 0x80);
    out[count++] = (uint8_t)value;
    return count;
}
