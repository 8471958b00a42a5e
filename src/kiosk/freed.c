#include "kiosk/freed.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* glibc's cache of a thread ("tcache"): at most seven pieces of each size, in steps of 16 bytes. */
#define KEPT 7
#define STEP 16
#define LARGEST 1040

void freed_overwrite(void)
{
    (void)mallopt(M_PERTURB, 0x55);
}

/* All that are kept are taken at once, so that none can hide behind another. */
static void sweep_size(size_t size)
{
    void *pieces[KEPT];
    for (size_t i = 0; i < KEPT; i++) {
        pieces[i] = malloc(size);
        if (pieces[i])
            explicit_bzero(pieces[i], malloc_usable_size(pieces[i]));
    }
    for (size_t i = 0; i < KEPT; i++)
        free(pieces[i]);
}

void freed_sweep(void)
{
    for (size_t size = STEP + STEP / 2; size <= LARGEST; size += STEP)
        sweep_size(size);
}
