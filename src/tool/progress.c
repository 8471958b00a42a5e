#include "tool/progress.h"

#include <stdio.h>
#include <unistd.h>

static bool report(void *data, int64_t done, int64_t total)
{
    struct progress *progress = data;
    int percent = total > 0 ? (int)(done * 100 / total) : 0;
    if (progress->on && percent != progress->shown)
        fprintf(stderr, "\r%s: %d %%", progress->what, percent);
    progress->shown = percent;
    return true;
}

struct install_progress progress_begin(struct progress *progress, const char *what)
{
    *progress = (struct progress){ what, -1, isatty(STDERR_FILENO) };
    return (struct install_progress){ report, progress };
}

void progress_end(struct progress *progress)
{
    if (progress->on && progress->shown >= 0)
        fprintf(stderr, "\r\033[K");
}
