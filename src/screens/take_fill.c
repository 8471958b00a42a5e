#include "screens/take_text.h"

#include "base/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How items become texts of a limited size. */

#define TITLE_MAX 180 /* bytes: it stands in each text, in a vCard twice */
#define NUMBER_MAX 6  /* bytes of " 12/34" */

/* The longest beginning of whole letters that has at most `most` bytes. */
static size_t whole_letters(const char *text, size_t most)
{
    return strlen(text) <= most ? strlen(text) : str_last_letter(text, most + 1);
}

const char *take_cut(struct arena *arena, const char *text, size_t most)
{
    return arena_str(arena, (struct str){ text, whole_letters(text, most) });
}

/* What a text costs before its first item. */
static size_t frame_size(const struct take_form *form, const char *title)
{
    size_t title_size = strlen(title) + NUMBER_MAX;
    size_t size = strlen(form->open) + title_size + strlen(form->titled) + strlen(form->before) + strlen(form->after) +
                  strlen(form->close);
    return form->titled_too ? size + title_size + strlen(form->titled_too) : size;
}

static size_t item_size(const struct take_form *form, const struct take_item *item)
{
    return strlen(item->text) + (item->is_whole_line ? 0 : strlen(form->between));
}

/* One item more than fits is cut in two, so that each text holds something. */
static void cut_long_items(struct arena *arena, const struct take_form *form, struct take_items *items, size_t room)
{
    struct take_items out = { 0 };
    for (size_t i = 0; i < items->count; i++) {
        struct take_item item = items->at[i];
        while (item_size(form, &item) > room && !item.is_whole_line) {
            size_t length = whole_letters(item.text, room - strlen(form->between));
            *LIST_ADD(arena, out) = (struct take_item){ take_cut(arena, item.text, length), false };
            item.text += length;
        }
        *LIST_ADD(arena, out) = item;
    }
    *items = out;
}

static void write_title(FILE *out, const char *title, size_t number, size_t total)
{
    fputs(title, out);
    if (total > 1)
        fprintf(out, " %zu/%zu", number, total);
}

static const char *write_text(struct arena *arena, const struct take_form *form, const char *title, size_t number,
                              size_t total, struct take_items items)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return "";
    fputs(form->open, out);
    write_title(out, title, number, total);
    fputs(form->titled, out);
    if (form->titled_too) {
        write_title(out, title, number, total);
        fputs(form->titled_too, out);
    }
    bool loose = false;
    for (size_t i = 0; i < items.count; i++) {
        if (!items.at[i].is_whole_line)
            fputs(loose ? form->between : form->before, out);
        loose = loose || !items.at[i].is_whole_line;
        fputs(items.at[i].text, out);
    }
    fputs(loose ? form->after : "", out);
    fputs(form->close, out);
    fclose(out);
    const char *copy = arena_str(arena, (struct str){ text, size });
    free(text);
    return copy;
}

/* How many of the items from `first` fit into one text; at least one. */
static size_t take_run(const struct take_form *form, struct take_items items, size_t first, size_t room)
{
    size_t used = 0, count = 0;
    for (size_t i = first; i < items.count; i++) {
        used += item_size(form, &items.at[i]);
        if (used > room && count > 0)
            break;
        count++;
    }
    return count;
}

struct take_texts take_fill(struct arena *arena, const struct take_form *form, const char *title,
                            struct take_items items)
{
    title = take_cut(arena, title, TITLE_MAX);
    size_t room = QR_BYTES_MAX - frame_size(form, title);
    cut_long_items(arena, form, &items, room);
    size_t total = 0;
    for (size_t first = 0; first < items.count; first += take_run(form, items, first, room))
        total++;
    struct take_texts texts = { ARENA_ARRAY(arena, const char *, total + 1), 0 };
    for (size_t first = 0; first < items.count;) {
        struct take_items run = { &items.at[first], take_run(form, items, first, room) };
        texts.at[texts.count] = write_text(arena, form, title, texts.count + 1, total, run);
        texts.count++;
        first += run.count;
    }
    return texts;
}
