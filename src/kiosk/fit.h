/* Whether a pack's texts fit: every screen that can be reached, in every language, on the usual screens, laid out as
 * the kiosk would. Nothing is ever cut off, but a word that is too long for its line is cut in two, and long texts can
 * leave too little room for what scrolls. */
#ifndef MAISON_KIOSK_FIT_H
#define MAISON_KIOSK_FIT_H

#include "kiosk/options.h"

#include "base/err.h"

/* Prints a line for each text that does not fit, once, and the number of screens looked at; *found is how many there
 * were. False: the pack or what is needed to show it could not be opened. */
MUST_USE bool fit_run(size_t *found, const struct options *options, struct err *err);

#endif
