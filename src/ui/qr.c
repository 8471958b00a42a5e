#include "ui/qr.h"

#include <qrencode.h>

#define ECI_UTF8 26
#define DARK 1 /* the lowest bit of libqrencode's modules */

static QRcode *encode(struct str text)
{
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
    if (!input)
        return NULL;
    bool ok = QRinput_appendECIheader(input, ECI_UTF8) == 0 &&
              QRinput_append(input, QR_MODE_8, (int)text.len, (const unsigned char *)text.at) == 0;
    QRcode *code = ok ? QRcode_encodeInput(input) : NULL;
    QRinput_free(input);
    return code;
}

bool qr_make(struct qr *out, struct str text, struct arena *arena)
{
    QRcode *code = text.len > 0 && text.len <= QR_BYTES_MAX ? encode(text) : NULL;
    bool ok = code && code->version <= QR_VERSION_MAX;
    if (ok) {
        size_t count = (size_t)code->width * (size_t)code->width;
        uint8_t *modules = ARENA_ARRAY(arena, uint8_t, count);
        for (size_t i = 0; i < count; i++)
            modules[i] = code->data[i] & DARK;
        *out = (struct qr){ code->width, modules };
    }
    QRcode_free(code);
    return ok;
}

int qr_edge(const struct qr *qr)
{
    return qr->size + 2 * QR_QUIET;
}
