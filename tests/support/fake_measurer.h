/* A measurer for tests: every code point is as wide, combining marks and controls have no width. */
#ifndef MAISON_TESTS_FAKE_MEASURER_H
#define MAISON_TESTS_FAKE_MEASURER_H

#include "text/para.h"

struct fake_measurer {
    float advance;    /* of a code point, times the type size: with 0.5, ten letters at 20 px are 100 px wide */
    float ascent;     /* times the type size */
    float descent;    /* times the type size */
    float rise, fall; /* of every unit's ink, times the type size */
    int unit_calls;   /* counted */
};

#define FAKE_MEASURER                                                                                                  \
    {                                                                                                                  \
        .advance = 0.5f, .ascent = 0.9f, .descent = 0.3f                                                               \
    }

struct text_measurer fake_measurer(struct fake_measurer *fake);

#endif
