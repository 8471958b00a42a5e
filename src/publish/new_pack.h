/* A fresh pack folder: every table with its row of names, the terms and topics that kiosks know, an empty sheet, and a
 * README that says what to fill in. */
#ifndef MAISON_PUBLISH_NEW_PACK_H
#define MAISON_PUBLISH_NEW_PACK_H

#include "base/err.h"

/* `lang` is the source language (BCP 47), `today` YYYY-MM-DD. ERR_USAGE when there is something in the folder already.
 */
MUST_USE bool new_pack_write(const char *folder, const char *lang, const char *today, struct err *err);

#endif
