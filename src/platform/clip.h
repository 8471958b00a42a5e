/* Decodes a recorded clip (Ogg Opus) to 16-bit mono. Internal to platform. */
#ifndef MAISON_PLATFORM_CLIP_H
#define MAISON_PLATFORM_CLIP_H

#include "base/err.h"
#include "base/str.h"

#define CLIP_RATE 48000 /* samples a second, as Opus has them */
#define CLIP_SECONDS_MOST 300

/* *samples is the caller's to free. ERR_FORMAT: no Ogg Opus, damaged, or longer than anybody listens. */
MUST_USE bool clip_decode(int16_t **samples, size_t *count, struct str opus, struct err *err);

#endif
