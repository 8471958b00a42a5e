/* A kiosk without a window: fonts, paragraphs measured by the fake measurer, and if wanted the fixture pack
 * with a model to act on. Sentences of the interface are the msgids, so that no translation moves anything. A
 * failure ends the test program.
 *
 * One unit is one pixel (3.6 pixels a millimetre) until the test says otherwise. */
#ifndef MAISON_TESTS_STAGE_H
#define MAISON_TESTS_STAGE_H

#include "screens/table.h"
#include "screens/update.h"
#include "support/fake_measurer.h"

struct stage {
    struct fonts *fonts;
    struct fake_measurer fake;
    struct para_cache *paras;
    struct theme theme;
    int width, height;
    struct arena kept, view, frame;
    struct draw_list list;

    char *path; /* of the pack; all below is empty without one */
    struct pack *pack;
    struct kiosk kiosk;
    struct model model;
    struct err err; /* of the last action */
};

/* The stage must stay where it is until it is closed. */
void stage_open(struct stage *stage);

/* With the fixture pack, changed by `more_sql` (may be NULL), on Tuesday 2026-11-24 at 14:05, at rest. */
void stage_open_pack(struct stage *stage, const char *more_sql);
void stage_close(struct stage *stage);

/* A frame that is started, with nothing in it yet. */
struct ui stage_ui(struct stage *stage);

/* Applies an action; what update answered. */
bool stage_act(struct stage *stage, enum action_kind kind, const char *arg);

/* Draws the model into stage->list and clamps its scroll, as the kiosk does. */
const struct draw_list *stage_draw(struct stage *stage);

/* Draws, and does what a tap on the region with this id would. */
bool stage_tap(struct stage *stage, const char *id);

#endif
