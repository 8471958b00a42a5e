#include "content/posting.h"

size_t posting_put(uint8_t out[static POSTING_MAX], struct posting_doc doc, uint32_t before)
{
    size_t length = varint_put(out, ((uint64_t)(doc.doc - before) << 2) + (uint64_t)doc.part);
    if (doc.part == POSTING_NAME)
        out[length++] = doc.name_words;
    return length;
}
