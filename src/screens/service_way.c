#include "screens/service_parts.h"

#include <assert.h>

/* How to get there from this very kiosk, and whom to call. */

static const char *const directions[] = {
    [GEO_NORTH] = N_("north of here"), [GEO_NORTH_EAST] = N_("north-east of here"),
    [GEO_EAST] = N_("east of here"),   [GEO_SOUTH_EAST] = N_("south-east of here"),
    [GEO_SOUTH] = N_("south of here"), [GEO_SOUTH_WEST] = N_("south-west of here"),
    [GEO_WEST] = N_("west of here"),   [GEO_NORTH_WEST] = N_("north-west of here"),
};
static_assert(COUNT(directions) == GEO_COMPASS_COUNT, "each direction needs words");

static void distance(struct ui *ui, struct node *card, const struct place_row *place)
{
    if (!place->has_distance)
        return;
    bool next_door = parts_is_next_door(place->distance_m), far = place->distance_m > PARTS_WALK_METRES_MAX;
    parts_fact(ui, card,
               next_door ? "place"
               : far     ? "map"
                         : "directions_walk",
               UI_STRONG, parts_distance(ui, place->distance_m));
    if (!next_door)
        parts_fact(ui, card, "explore", UI_BODY, ui_tr(ui, directions[place->compass]));
}

static void address(struct ui *ui, struct node *card, const struct model *model, const struct place_row *place)
{
    if (!place->name && !place->address)
        return;
    struct node *row = ui_row(ui, card, 14);
    row->align = NODE_START;
    ui_icon(ui, row, "place", 36, ui_colour(ui, COLOUR_INK));
    struct node *lines = ui_column(ui, row, 0);
    lines->grow = 1;
    const char *local = model->kiosk->source_lang;
    if (place->name)
        ui_text_in(ui, lines, UI_STRONG, local, place->name);
    if (place->address)
        ui_text_in(ui, lines, UI_BODY, local, place->address);
}

void service_way_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    if (service->place_count == 0)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("How to get there")));
    card->gap = ui_px(ui, 14);
    for (size_t i = 0; i < service->place_count; i++) {
        const struct place_row *place = &service->places[i];
        address(ui, card, model, place);
        distance(ui, card, place);
        if (place->transportation.text) {
            struct node *row = parts_fact(ui, card, "directions_bus", UI_BODY, place->transportation.text);
            row->last->lang = place->transportation.lang;
        }
        parts_localized(ui, card, UI_BODY, place->description);
    }
}

static void phone(struct ui *ui, struct node *card, const struct phone_row *phone, const char *local)
{
    struct node *row = ui_row(ui, card, 16);
    ui_icon(ui, row, "phone", 36, ui_colour(ui, COLOUR_ACCENT));
    struct node *words = ui_column(ui, row, 0);
    words->grow = 1;
    /* The number is the local language's: it keeps its own order in every direction of writing. */
    ui_text_in(ui, words, (struct ui_text){ TYPE_H2, FONT_BOLD, COLOUR_INK }, local, phone->number);
    parts_localized(ui, words, UI_SMALL, phone->description);
}

static void phones(struct ui *ui, struct node *card, const struct phone_row *rows, size_t count, const char *local)
{
    for (size_t i = 0; i < count; i++)
        phone(ui, card, &rows[i], local);
}

size_t service_phone_total(const struct service_detail *service)
{
    size_t count = service->phone_count;
    for (size_t i = 0; i < service->place_count; i++)
        count += service->places[i].phone_count;
    return count;
}

void service_phone_card(struct ui *ui, struct node *parent, const struct model *model)
{
    const struct service_detail *service = &model->view.service;
    if (service_phone_total(service) == 0 && !service->email && !service->url)
        return;
    struct node *card = parts_card(ui, parent, ui_tr(ui, N_("Call or write")));
    const char *local = model->kiosk->source_lang;
    card->gap = ui_px(ui, 14);
    phones(ui, card, service->phones, service->phone_count, local);
    for (size_t i = 0; i < service->place_count; i++)
        phones(ui, card, service->places[i].phones, service->places[i].phone_count, local);
    if (service->email) {
        struct node *row = parts_fact(ui, card, "email", UI_BODY, service->email);
        row->last->lang = local;
    }
    if (service->url) {
        struct node *row = parts_fact(ui, card, "public", UI_BODY, parts_site(ui, service->url));
        row->last->lang = local;
    }
}
