/* Compiler attributes and the few macros that every file may use. */
#ifndef MAISON_BASE_DEF_H
#define MAISON_BASE_DEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_index, first_index) __attribute__((format(printf, format_index, first_index)))

/* Runs `fn(&variable)` when the variable's scope ends; `fn` accepts a pointer to NULL. */
#define CLEANUP(fn) __attribute__((cleanup(fn)))

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Marks an interface sentence for xgettext without looking it up; the msgid is English. */
#define N_(msgid) msgid

#endif
