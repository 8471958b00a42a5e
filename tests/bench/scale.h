/* How the kiosk behaves as a pack grows: the same questions of packs of 1,000, 10,000 and 100,000 services. */
#ifndef MAISON_BENCH_SCALE_H
#define MAISON_BENCH_SCALE_H

#include "bench/figures.h"
#include "content/query.h"

enum { SCALE_SIZES = 3 };
extern const char *const scale_names[SCALE_SIZES];

/* What is measured of one pack. A measure adds its milliseconds to the series; one more is a row of `measures` in
 * scale.c and a function. */
struct scale_pack {
    struct pack *pack;
    const char *path;
    struct civil now;
    struct geo place;
};

typedef void scale_measure(struct series *out, struct scale_pack *pack);

scale_measure
    scale_search_cold;      /* each keystroke, the engine alone, before the system has read the file; reads it then */
scale_measure scale_search; /* each keystroke, the engine alone */
scale_measure scale_fts5;   /* the same words, asked of one FTS5 table of the visitor's and the local language */
scale_measure scale_search_some; /* the keystrokes that scale_fts5 asks, by the engine */
scale_measure scale_service;     /* opening a service */
scale_measure scale_topic;       /* a topic's list with filters and the counts on them */
scale_measure scale_painted;     /* each keystroke, to the picture */
scale_measure scale_memory;      /* PSS in MB, behind all of the above */

/* The keystrokes of a visitor in `lang`, from the names of the pack: each begins a line of what stands in the search
 * field then. Two words of a name letter by letter, then the first word mistyped. */
struct keystrokes {
    char text[64][128];
    size_t count;
};
void scale_keystrokes(struct keystrokes *out, const struct scale_pack *pack, const char *lang, size_t turn);

/* Adds what importing the hsds/ of a folder costs; false when a program failed. */
bool scale_import(struct figures *figures, const char *tool, const char *folder);

#endif
