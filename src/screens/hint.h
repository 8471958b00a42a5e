/* Sentences that stand above the content until the visitor goes on. They are said as well. */
#ifndef MAISON_SCREENS_HINT_H
#define MAISON_SCREENS_HINT_H

/* msgids */
extern const char hint_no_voice[]; /* {language} */
extern const char hint_keys[];

#endif
