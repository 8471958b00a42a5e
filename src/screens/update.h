/* The only way the model changes: an action comes in, and what the new place shows is asked of the pack. */
#ifndef MAISON_SCREENS_UPDATE_H
#define MAISON_SCREENS_UPDATE_H

#include "screens/model.h"
#include "ui/action.h"

/* `number` of ACT_SWITCH_KEYS. */
enum keys { KEYS_LATIN, KEYS_DIGITS };

enum action_kind {
    ACT_NONE,
    /* What a visitor can ask for; `arg` in brackets. */
    ACT_CHOOSE_LANGUAGE, /* [tag] */
    ACT_LANGUAGES,
    ACT_HOME,
    ACT_BACK,
    ACT_TOPIC,       /* [id] */
    ACT_PAGE,        /* [id] */
    ACT_SERVICE,     /* [id] */
    ACT_SEARCH,      /* opens it with nothing typed */
    ACT_TYPE,        /* [letters] puts them behind what is typed */
    ACT_RETYPE,      /* [letters] puts them in the place of the last letter */
    ACT_ERASE,       /* takes the last letter away */
    ACT_CLEAR,       /* takes all letters away */
    ACT_SWITCH_KEYS, /* between the language's letters and Latin ones, or to digits and back (enum keys) */
    ACT_FIRST_DAYS,
    ACT_STEP, /* [id] ticks it, or takes the tick away */
    ACT_PHRASES,
    ACT_PHRASE,      /* [id] */
    ACT_ANSWER,      /* [id] the desk answers; the same again takes it back */
    ACT_WRONG,       /* opens the question what is wrong with the service or page */
    ACT_NOTE,        /* [kind] of wrong; `number` 1: it has been written down */
    ACT_TAKE,        /* opens what can be taken along of the service or the first days */
    ACT_SHOW,        /* opens the service for somebody else to read */
    ACT_PRINT,       /* prints what is shown */
    ACT_PRINT_STATE, /* the printer is in the state `number` */
    ACT_STAFF,       /* [part] of the staff screen; NULL opens it */
    ACT_STAFF_DO,    /* [order] to the kiosk, which has carried it out or begun to by now (screens/staff.h) */
    ACT_EMERGENCY,
    ACT_ABOUT,
    ACT_DISPLAY,   /* opens the question how things are to be shown */
    ACT_TEXT_SIZE, /* `number` of enum text_size */
    ACT_CONTRAST,  /* `number` of enum palette */
    ACT_LOW_REACH, /* these toggle */
    ACT_CALM,
    ACT_SLOW,
    ACT_USUAL_DISPLAY,
    ACT_FACET,        /* [facet id] toggles it */
    ACT_MORE,         /* lists more of a topic's services */
    ACT_LISTEN,       /* the screen is read aloud; `number` 1: it can be, by a voice or by clips */
    ACT_LISTEN_LOCAL, /* the same in the local language, for who has no voice in theirs */
    ACT_SAY,          /* [sentence] of the local language is said to whoever stands there */
    ACT_GREET,        /* [tag] the greeting is said in that language */
    ACT_SPEECH_MODE,  /* `number` is an enum speech_mode */
    ACT_RATE,         /* `number` steps faster, negative: slower */
    ACT_VOLUME,       /* `number` steps louder, negative: softer */
    ACT_KEYS_HELP,    /* what the keys do is shown, and said */
    ACT_FINISH,
    ACT_HIDE,
    ACT_MORE_TIME,
    ACT_SCROLL, /* moves by `number` pixels */
    ACT_PRESS,  /* [region id] is under the finger; NULL: nothing is */
    ACT_FOCUS,  /* [region id] has the keyboard's focus */
    /* What time asks for. */
    ACT_CLOCK,       /* model->now was set anew */
    ACT_GREETING,    /* the next greeting */
    ACT_STILL_THERE, /* asks whether somebody is there; `number` seconds are left */
    ACT_COUNT
};

/* Borrowed. `view` is reset whenever another place is shown. */
struct update_context {
    struct pack *pack;
    struct arena *view;
};

/* For an action_kind; false for what does nothing: there is no such action, or no pack, and nobody of the staff who
 * could do without. */
bool update_takes(const struct model *model, int kind);

/* False fills *err when the pack could not answer; the visit is then forgotten and SCREEN_PROBLEM shows. When only a
 * link led nowhere (ERR_MISSING) the model stays as it was. Unknown arguments change nothing. */
bool update(struct model *model, struct action action, const struct update_context *context, struct err *err);

/* What is being said now: told by whoever speaks, as time goes on. */
void update_spoken(struct model *model, bool is_reading, struct spoken_word word);

/* The lowest and highest scroll offset are known only after layout: the caller tells them after each frame. */
void update_clamp_scroll(struct model *model, int most);

#endif
