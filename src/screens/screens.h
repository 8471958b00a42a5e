/* One function per screen, each in its own file. Internal to screens: table.c calls them. */
#ifndef MAISON_SCREENS_SCREENS_H
#define MAISON_SCREENS_SCREENS_H

#include "screens/model.h"
#include "ui/ui.h"

typedef void screen_fn(struct ui *ui, const struct model *model);

screen_fn screen_languages, screen_home, screen_topic, screen_page, screen_service, screen_emergency,
    screen_still_there, screen_hidden, screen_problem, screen_about, screen_search, screen_first_days, screen_phrases,
    screen_phrase, screen_wrong, screen_display, screen_take_away, screen_show, screen_staff;

#endif
