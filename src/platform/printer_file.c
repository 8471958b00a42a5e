#include "platform/printer_job.h"

#include "platform/shot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Pages as pictures in a folder. */

enum printer_state printer_to_file(struct printer_job *job)
{
    const struct raster *page = &job->page;
    size_t count = (size_t)page->width * (size_t)page->height;
    char path[4096];
    struct err err = { 0 };
    if (snprintf(path, sizeof(path), "%s/page-%u.png", job->where, job->number) >= (int)sizeof(path))
        return printer_job_failed(job, "the folder's name is too long");
    uint32_t *pixels = malloc(count * sizeof(*pixels));
    if (!pixels)
        return printer_job_failed(job, "out of memory");
    for (size_t i = 0; i < count; i++)
        pixels[i] = page->grey[i] * 0x010101u;
    bool written = shot_write(path, pixels, page->width, page->height, (size_t)page->width * 4, &err);
    explicit_bzero(pixels, count * sizeof(*pixels));
    free(pixels);
    return written ? PRINTER_DONE : printer_job_failed(job, "%s", err.detail);
}
