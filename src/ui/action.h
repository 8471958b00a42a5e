/* What a tap asks for. The kinds are the screens' (screens/update.h); here it is only carried. */
#ifndef MAISON_UI_ACTION_H
#define MAISON_UI_ACTION_H

#include "base/def.h"

struct action {
    int kind;        /* 0 asks for nothing */
    const char *arg; /* an id; NULL when the kind needs none. Borrowed from the frame */
    int number;      /* pixels, seconds or an index, by the kind */
};

#endif
