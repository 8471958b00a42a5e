/* Where a word stands: the documents (search_doc) that have it, and in which part of them.
 *
 * A posting (search_posting.docs) is a row of documents in their order, each: four times the distance from the document
 * before (from 0 at first) plus the part, as a varint; for a name one byte follows with how many words the name has (0:
 * more than can be said, or of no interest). */
#ifndef MAISON_CONTENT_POSTING_H
#define MAISON_CONTENT_POSTING_H

#include "base/str.h"
#include "base/varint.h"

/* The best part that holds the word. */
enum posting_part {
    POSTING_NAME,
    POSTING_TOPIC_AND_TEXT, /* of a topic's words those come first that the document says itself */
    POSTING_TOPIC,
    POSTING_TEXT,
    POSTING_PART_COUNT
};

/* Bytes of one document. */
#define POSTING_MAX (VARINT_MAX + 1)

struct posting_doc {
    uint32_t doc;
    enum posting_part part;
    uint8_t name_words;
};

/* Returns how many bytes were written; `before` is the document before, 0 at first. */
size_t posting_put(uint8_t out[static POSTING_MAX], struct posting_doc doc, uint32_t before);

/* The next document; doc->doc holds the one before. False at the end and when the posting is damaged: then *at is not
 * at the end. */
static inline bool posting_get(struct posting_doc *doc, const uint8_t **at, const uint8_t *end)
{
    uint64_t value;
    const uint8_t *next = *at;
    if (next < end && *next < 0x80)
        value = *next++;
    else if (!varint_get(&value, &next, end))
        return false;
    doc->part = (enum posting_part)(value & 3);
    doc->name_words = 0;
    if (doc->part == POSTING_NAME) {
        if (next == end)
            return false;
        doc->name_words = *next++;
    }
    if (value >> 2 > UINT32_MAX - doc->doc)
        return false;
    doc->doc += (uint32_t)(value >> 2);
    *at = next;
    return true;
}

#endif
