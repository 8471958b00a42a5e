/* QR codes (ISO/IEC 18004) that hold a text itself: UTF-8, announced by ECI 26, because readers guess wrongly at
 * Arabic, Ethiopic and short Chinese without it. Error correction M; at most version 20, which a telephone still reads
 * from a screen at arm's length. */
#ifndef MAISON_UI_QR_H
#define MAISON_UI_QR_H

#include "base/arena.h"

#define QR_VERSION_MAX 20
#define QR_QUIET 4            /* modules of white around it (ISO/IEC 18004, 6.3.8) */
#define QR_MODULE_MM_MIN 0.8f /* of an edge */

struct qr {
    int size;                /* modules along an edge, without the quiet zone: 21 to 97 */
    const uint8_t *modules;  /* size * size, row by row; 1 is dark */
};

/* Bytes that version 20-M takes: 666 (ISO/IEC 18004, table 7) less three for the ECI. */
#define QR_BYTES_MAX 663

/* The smallest code that holds the text; false, and *out stays, for an empty one or one that doesn't fit. In the arena. */
bool qr_make(struct qr *out, struct str text, struct arena *arena);

/* Modules along the whole edge, the quiet zone included. */
int qr_edge(const struct qr *qr);

#endif
