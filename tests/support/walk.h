/* A visitor who opens everything: each screen of a pack, one after the other, through the same update that the kiosk
 * uses. What is looked at on them is the caller's. A failure ends the test. */
#ifndef MAISON_TESTS_WALK_H
#define MAISON_TESTS_WALK_H

#include "screens/staff.h"
#include "screens/table.h"
#include "screens/update.h"

struct walk {
    struct pack *pack;
    struct kiosk kiosk;
    struct staff staff;
    struct model model;
    struct display display; /* how the visitor wants things shown: set again whenever a visit ends */
    struct arena kept, view;
    void (*see)(void *context); /* called on each screen, with the model in its state */
    void *context;
};

/* `name` is one of the packs of tests/support/make_packs.sh, "grenoble" for the default one. Sets all but `see` and
 * `context`; it is Tuesday 2026-11-24, 10:00. The walk must stay where it is until it is closed. */
void walk_open(struct walk *walk, const char *name);
void walk_close(struct walk *walk);

void walk_act(struct walk *walk, enum action_kind kind, const char *arg, int number);

/* From the choice of the language through each topic, page, service, card and step. */
void walk_language(struct walk *walk, const char *tag);

/* What shows without a language: the resting screen with each greeting, emergency, hidden, and the one for problems. */
void walk_without_language(struct walk *walk);

#endif
