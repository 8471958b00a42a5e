/* How far long work has come, on one line of the terminal; quiet in a pipe. */
#ifndef MAISON_TOOL_PROGRESS_H
#define MAISON_TOOL_PROGRESS_H

#include "content/install.h"

struct progress {
    const char *what; /* "Copying" */
    int shown;        /* percent, -1: nothing yet */
    bool on;
};

/* Borrowed by the result, which wants progress_end. */
struct install_progress progress_begin(struct progress *progress, const char *what);

/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
