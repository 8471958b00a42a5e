/* Pieces that several screens are made of: the two bars, headings, hours in words, notices. Internal to screens. */
#ifndef MAISON_SCREENS_PARTS_H
#define MAISON_SCREENS_PARTS_H

#include "screens/model.h"
#include "screens/update.h"
#include "ui/ui.h"

/* Adds the top bar, the scrolling content (returned, a column) and the bottom bar. The buttons stand in the same place
 * on every screen. */
struct node *parts_frame(struct ui *ui, const struct model *model);

/* The same with the words of a search in place of its button, or below it, where they scroll with the content if there
 * is little room (`is_low`); the bottom bar comes after the keyboard, by parts_bottom. */
struct node *parts_search_frame(struct ui *ui, const struct model *model, bool is_low);

/* The bottom bar alone. `content` takes what it has no room for; NULL on a screen without sensitive things and actions.
 */
void parts_bottom(struct ui *ui, const struct model *model, struct node *content);

/* What stands above the content until the visitor goes on; nothing most of the time. */
void parts_hint(struct ui *ui, struct node *parent, const struct model *model);

/* Says a sentence of the local language aloud, where there is a voice for it; nothing for NULL. `text` is
 * borrowed from the frame. */
void parts_say_button(struct ui *ui, struct node *parent, const struct model *model, const char *text);

/* Only the scrolling content and the parts of bars that the resting screen needs. */
struct node *parts_content(struct ui *ui);
struct node *parts_bar(struct ui *ui, bool top);
bool parts_is_too_wide(struct ui *ui, struct node *bar); /* for one line between the margins */
void parts_emergency_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form);
bool parts_top_is_short(struct ui *ui, const struct model *model); /* its buttons are pictograms, as far as they can */

/* Which buttons of the bottom bar are pictograms alone, on all screens. */
struct parts_brief {
    bool signs; /* Back, Display and About */
    bool finish;
};
struct parts_brief parts_brief(struct ui *ui, const struct model *model);

float parts_emergency_width(struct ui *ui, const struct model *model);  /* pixels, as it stands in the top bar */
void parts_language_button(struct ui *ui, struct node *bar, const struct model *model);
void parts_back_button(struct ui *ui, struct node *bar, bool short_form);
void parts_display_button(struct ui *ui, struct node *bar, const struct model *model, bool short_form);
void parts_finish_button(struct ui *ui, struct node *bar, const struct model *model,
                         bool short_form); /* if there is a visit to end */

/* A pictogram on the topic's colour beside a title. */
struct node *parts_title(struct ui *ui, struct node *parent, const struct topic_row *topic, struct localized title);

/* The same for a screen of our own. */
struct node *parts_heading(struct ui *ui, struct node *parent, const char *icon, uint32_t colour, const char *title);

/* A button to where a text of the pack points (service:ID, page:ID, topic:ID); NULL when it points nowhere. It takes
 * what is left of a row. `icon` NULL: the one of the kind of place. */
struct parts_link {
    const char *target;
    struct localized text;
    const char *icon;
};
struct node *parts_link(struct ui *ui, struct node *parent, struct parts_link link);

/* A text of the pack in its own language; nothing for an absent one. Returns NULL then. */
struct node *parts_localized(struct ui *ui, struct node *parent, struct ui_text style, struct localized text);
/* The same, told as a heading to who listens. */
void parts_localized_heading(struct ui *ui, struct node *parent, struct ui_text style, struct localized text);

/* Pictogram and words in one line, the words taking what is left. */
struct node *parts_fact(struct ui *ui, struct node *parent, const char *icon, struct ui_text style, const char *text);

/* "Open now · until 17:30" and what else a door can be, never by colour alone. `can_call`: a phone number is known. */
struct node *parts_hours(struct ui *ui, struct node *parent, const struct model *model, const struct hours_state *hours,
                         bool can_call);

/* The same in words alone. */
const char *parts_hours_words(struct ui *ui, const struct model *model, const struct hours_state *hours, bool can_call);

/* A sentence for hours that may no longer be true; NULL for all others. */
const char *parts_hours_doubt(struct ui *ui, const struct hours_state *hours);

/* The site that an address stands on, which is what people recognise and can copy: "grenoble.fr". In the arena. */
const char *parts_site(struct ui *ui, const char *url);

/* Beyond this nobody is told to walk. */
#define PARTS_WALK_METRES_MAX 2500.0

/* Nearer than half a minute on foot. */
bool parts_is_next_door(double metres);

/* The same small, with the distance when it is not negative, or else how one gets there, for lists of results. */
void parts_hours_small(struct ui *ui, struct node *parent, const struct model *model, const struct hours_state *hours,
                       double distance_m, enum service_reach reach);

/* What stands where a place has its distance: "By phone"; nothing for a place. */
void parts_reach(struct ui *ui, struct node *parent, enum service_reach reach);

/* "600 m · about 10 min on foot"; in the arena. */
const char *parts_distance(struct ui *ui, double metres);

/* A white card with a heading. */
struct node *parts_card(struct ui *ui, struct node *parent, const char *heading);

/* Says so when the pack is past its day. */
void parts_expired(struct ui *ui, struct node *parent, const struct model *model);

/* When somebody last looked a page's or service's facts up, YYYY-MM-DD; nothing when it is not known. */
void parts_checked(struct ui *ui, struct node *parent, const struct model *model, const char *date);

/* Collects what must be said of texts that a screen shows: other languages than the visitor's, or a translation that
 * nobody has checked. */
#define PARTS_NOTICE_LANGS 4 /* a text falls back along a short chain; more need no naming */
struct parts_notice {
    const char *other_langs[PARTS_NOTICE_LANGS];
    size_t other_count;
    bool unchecked;
    bool stale;
};
void parts_notice_text(struct parts_notice *notice, const struct ui *ui, struct localized text);
void parts_notice_draw(struct ui *ui, struct node *parent, const struct parts_notice *notice);

/* The city's bulletins, by severity. */
void parts_bulletins(struct ui *ui, struct node *parent, const struct model *model, struct parts_notice *notice);

/* Opens the question what is wrong with what is shown; nothing on a kiosk that keeps no notes. */
void parts_wrong_button(struct ui *ui, struct node *parent, const struct model *model);

/* "The first day" and so on. */
const char *parts_step_part(const struct ui *ui, enum step_part part);

/* Icons of facets and their words. */
const char *parts_facet_icon(enum facet facet);
const char *parts_facet_label(struct ui *ui, const struct model *model, enum facet facet);

/* "Arabic, English and French": languages by their codes, in the visitor's. In the arena. */
const char *parts_language_names(struct ui *ui, const char *const *codes, size_t count);

/* True if the screen has room for two columns. */
bool parts_is_wide(const struct ui *ui);

/* Two columns side by side where there is room, else one below the other; `gap` in units is between them. */
struct parts_columns {
    struct node *first, *second;
};
struct parts_columns parts_columns(struct ui *ui, struct node *parent, float gap, float second_share);

/* The same where nothing in them is tapped and the second must be seen whole: also with a low reach and in large text.
 */
struct parts_columns parts_columns_to_see(struct ui *ui, struct node *parent, float gap, float second_share);

/* A phrase of the pack, with the visitor's language in place of {language}, named in the words of the text. Returns
 * these words; NULL when the text is absent. */
const char *parts_phrase(struct ui *ui, struct node *parent, const struct model *model, struct ui_text style,
                         struct localized text);

/* "Facts from: …": the sites of these addresses, each once; nothing for none. */
void parts_origin(struct ui *ui, struct node *parent, const struct source_row *sources, size_t count);

#endif
