/* Overwrites what is freed, so that nothing of a visit stays in what the libraries give back: ICU, SQLite and HarfBuzz
 * clear nothing (decision 0036). */
#ifndef MAISON_KIOSK_FREED_H
#define MAISON_KIOSK_FREED_H

/* From now on the C library overwrites memory that is freed, except the few small pieces that each thread keeps at hand.
 * Before the first visitor: overwriting costs time. */
void freed_overwrite(void);

/* Overwrites the small pieces that this thread keeps. */
void freed_sweep(void);

#endif
