/* Where the program's own files are: beside it in a build folder, or under the prefix it was installed to. */
#ifndef MAISON_KIOSK_PATHS_H
#define MAISON_KIOSK_PATHS_H

#include "base/arena.h"

/* The folder of the compiled catalogues, in the arena. */
const char *paths_catalogues(struct arena *arena);

#endif
