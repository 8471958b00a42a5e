/* The kinds of wrong that a visitor can tell: few, and none that would say who they are. */
#ifndef MAISON_SCREENS_NOTE_H
#define MAISON_SCREENS_NOTE_H

#include <stdbool.h>
#include <stddef.h>

struct note_kind {
    const char *id; /* as it is written into the notes: "phone" */
    const char *icon;
    const char *label; /* msgid */
};

extern const struct note_kind note_kinds[];
extern const size_t note_kind_count;

/* False for NULL too. */
bool note_is_kind(const char *id);

/* What is answered to whoever told, as a msgid. */
const char *note_answer(bool is_kept);

#endif
