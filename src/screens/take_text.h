/* What a visitor takes along, as texts that each fit into one QR code: a service as a vCard (RFC 2426), which
 * telephones keep without any network, the first days as plain lines. What is too long goes on in a numbered second
 * text that stands for itself. Internal to screens. */
#ifndef MAISON_SCREENS_TAKE_TEXT_H
#define MAISON_SCREENS_TAKE_TEXT_H

#include "screens/model.h"
#include "ui/ui.h"

/* In the frame's arena; each of at most QR_BYTES_MAX bytes. */
struct take_texts {
    const char **at;
    size_t count;
};

/* model->view.service: names, phones, address and hours in the visitor's language and the local one, what to bring. */
struct take_texts take_service(struct ui *ui, const struct model *model);

/* model->view.steps, with what is ticked. */
struct take_texts take_steps(struct ui *ui, const struct model *model);

/* A form that texts are put into: a title, then items. Behind the last of several texts' titles stands "2/3". */
struct take_form {
    const char *open;       /* before the title */
    const char *titled;     /* behind the title; a second title, if any, comes next */
    const char *titled_too; /* behind the second title; NULL: the title stands once */
    const char *before;     /* before the first loose item of a text */
    const char *between;
    const char *after; /* behind the last */
    const char *close;
};

struct take_item {
    const char *text;
    bool is_whole_line; /* a property that stands for itself, before the loose items */
};

struct take_items {
    struct take_item *at;
    size_t count;
};

/* The longest beginning of whole letters that has at most `most` bytes. */
const char *take_cut(struct arena *arena, const char *text, size_t most);

/* Parts the items among as few texts as their order allows; an item that is too long for a text of its own is cut. The
 * title is cut to what leaves room. */
struct take_texts take_fill(struct arena *arena, const struct take_form *form, const char *title,
                            struct take_items items);

#endif
