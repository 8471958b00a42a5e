/* A display that goes away under the program. Xlib then calls exit(1) from deep inside any call; a kiosk's
 * supervisor and staff are owed a clearer end. */
#ifndef MAISON_PLATFORM_GONE_H
#define MAISON_PLATFORM_GONE_H

#include "base/def.h"

/* While true, an exit with status 1 is taken for a lost display: it becomes a line on stderr and exit
 * status 3. */
void gone_watch(bool window_is_open);

#endif
