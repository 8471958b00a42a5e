#include "screens/parts.h"

#include "text/format.h"

#include <assert.h>
#include <string.h>

bool parts_is_wide(const struct ui *ui)
{
    return ui_width_units(ui) >= 1400 && ui->width > ui->height;
}

static struct parts_columns columns_of(struct ui *ui, struct node *parent, float gap, float second_share, bool wide)
{
    struct node *both = wide ? ui_row(ui, parent, gap) : ui_column(ui, parent, gap);
    both->align = wide ? NODE_START : NODE_STRETCH;
    struct parts_columns columns = { ui_column(ui, both, gap), ui_column(ui, both, gap) };
    columns.first->grow = wide ? 1 : 0;
    columns.second->grow = wide ? second_share : 0;
    return columns;
}

struct parts_columns parts_columns(struct ui *ui, struct node *parent, float gap, float second_share)
{
    /* With a low reach, what can be tapped in the second column would draw the title of the first down with it. */
    return columns_of(ui, parent, gap, second_share, parts_is_wide(ui) && !ui->low_reach);
}

struct parts_columns parts_columns_to_see(struct ui *ui, struct node *parent, float gap, float second_share)
{
    return columns_of(ui, parent, gap, second_share, ui->width > ui->height && ui_width_units(ui) >= 1000);
}

struct node *parts_title(struct ui *ui, struct node *parent, const struct topic_row *topic, struct localized title)
{
    struct node *row = ui_row(ui, parent, 20);
    row->align = NODE_START;
    ui_badge(ui, row, topic->icon, topic->colour, 96)->self = NODE_START;
    struct node *words = ui_column(ui, row, 6);
    words->min_h = ui_grown(ui, 96);
    words->justify = NODE_CENTRE;
    words->grow = 1;
    parts_localized_heading(ui, words, UI_H1, title);
    return words;
}

struct node *parts_heading(struct ui *ui, struct node *parent, const char *icon, uint32_t colour, const char *title)
{
    struct node *row = ui_row(ui, parent, 20);
    ui_badge(ui, row, icon, colour, 96);
    struct node *words = ui_heading(ui, row, UI_H1, title);
    words->grow = 1;
    return row;
}

static const struct {
    const char *prefix;
    const char *icon;
    int action;
} targets[] = {
    { "service:", "place", ACT_SERVICE },
    { "page:", "description", ACT_PAGE },
    { "topic:", "list", ACT_TOPIC },
};

static struct node *link_button(struct ui *ui, struct node *parent, struct parts_link link, size_t kind)
{
    size_t length = strlen(targets[kind].prefix);
    const char *id = link.target + length;
    struct node *button = ui_button(
        ui, parent,
        (struct ui_button){ .id = arena_printf(ui->arena, "%.*s/%s", (int)length - 1, targets[kind].prefix, id),
                            .icon = link.icon ? link.icon : targets[kind].icon,
                            .label = link.text.text,
                            .lang = link.text.lang,
                            .look = BUTTON_CHOSEN,
                            .action = { targets[kind].action, id, 0 } });
    button->justify = NODE_START;
    button->grow = parent->axis == AXIS_ROW ? 1 : 0;
    button->last->grow = 1;
    ui_icon(ui, button, ui->rtl ? "chevron_left" : "chevron_right", 32, ui_colour(ui, COLOUR_ACCENT));
    return button;
}

struct node *parts_link(struct ui *ui, struct node *parent, struct parts_link link)
{
    for (size_t i = 0; i < COUNT(targets) && link.target && link.text.text; i++) {
        if (strncmp(link.target, targets[i].prefix, strlen(targets[i].prefix)) == 0)
            return link_button(ui, parent, link, i);
    }
    return NULL;
}

const char *parts_phrase(struct ui *ui, struct node *parent, const struct model *model, struct ui_text style,
                         struct localized text)
{
    if (!text.text)
        return NULL;
    const char *name = locale_spoken_name(model_lang(model), text.lang, ui->arena);
    const struct message_arg args[] = { { "language", name } };
    return ui_text_in(ui, parent, style, text.lang, message_format(ui->arena, text.text, false, args, 1))->text;
}

struct node *parts_localized(struct ui *ui, struct node *parent, struct ui_text style, struct localized text)
{
    return text.text ? ui_text_in(ui, parent, style, text.lang, text.text) : NULL;
}

void parts_localized_heading(struct ui *ui, struct node *parent, struct ui_text style, struct localized text)
{
    struct node *node = parts_localized(ui, parent, style, text);
    if (node)
        node->is_heading = true;
}

struct node *parts_fact(struct ui *ui, struct node *parent, const char *icon, struct ui_text style, const char *text)
{
    struct node *row = ui_row(ui, parent, 14);
    row->align = NODE_START;
    /* The pictogram is centred on the first line, however many follow. */
    struct node *box = ui_column(ui, row, 0);
    box->align = box->justify = NODE_CENTRE;
    ui_icon(ui, box, icon, style.type == TYPE_SMALL ? 30 : 36, ui_colour(ui, style.colour));
    struct node *words = ui_text(ui, row, style, text);
    const struct para *line =
        para_layout(ui->paras, STR("x"), (struct para_style){ words->size, style.weight, ui->lang }, (float)ui->width);
    box->min_h = line->height;
    words->grow = parent && parent->axis == AXIS_WRAP ? 0 : 1;
    return row;
}

static const char *opens_text(struct ui *ui, const struct model *model, struct civil next)
{
    const char *time = format_time(ui->arena, ui->lang, next.hour * 60 + next.minute);
    int64_t days =
        civil_days(next.year, next.month, next.day) - civil_days(model->now.year, model->now.month, model->now.day);
    if (days == 0)
        return UI_TRF(ui, N_("Closed · opens today at {time}"), { "time", time });
    if (days == 1)
        return UI_TRF(ui, N_("Closed · opens tomorrow at {time}"), { "time", time });
    if (days < 7)
        /* Translators: {day} is a weekday of this or next week: "Monday". */
        return UI_TRF(ui, N_("Closed · opens {day} at {time}"),
                      { "day", format_weekday(ui->arena, ui->lang, next.weekday) }, { "time", time });
    return UI_TRF(ui, N_("Closed · opens on {date} at {time}"), { "date", format_date(ui->arena, ui->lang, next) },
                  { "time", time });
}

static const char *open_text(struct ui *ui, const struct hours_state *hours)
{
    if (hours->round_the_clock)
        return ui_tr(ui, N_("Open day and night"));
    const char *time = format_time(ui->arena, ui->lang, hours->until.hour * 60 + hours->until.minute);
    if (hours->old_year > 0)
        return UI_TRF(ui, N_("Probably open · until {time}"), { "time", time });
    if (hours->closes_soon)
        return UI_TRF(ui, N_("Closes soon · at {time}"), { "time", time });
    return UI_TRF(ui, N_("Open now · until {time}"), { "time", time });
}

/* What an hours' state looks like: never told by colour alone. */
struct hours_look {
    const char *icon;
    enum colour colour;
    const char *words;
};

static struct hours_look plain_look(struct ui *ui, const struct model *model, const struct hours_state *hours,
                                    bool can_call)
{
    switch (hours->kind) {
    case HOURS_OPEN:
        if (hours->old_year > 0)
            return (struct hours_look){ "help", COLOUR_MUTED, open_text(ui, hours) };
        return (struct hours_look){ hours->closes_soon ? "hourglass_bottom" : "check_circle", COLOUR_OPEN,
                                    open_text(ui, hours) };
    case HOURS_CLOSED:
        return (struct hours_look){ "do_not_disturb_on", COLOUR_MUTED,
                                    hours->has_next ? opens_text(ui, model, hours->next_open)
                                                    : ui_tr(ui, N_("Closed")) };
    case HOURS_BY_APPOINTMENT:
        return (struct hours_look){ "event_available", COLOUR_MUTED, ui_tr(ui, N_("By appointment")) };
    default:
        return (struct hours_look){ "help", COLOUR_MUTED,
                                    can_call ? ui_tr(ui, N_("Hours not known, call first"))
                                             : ui_tr(ui, N_("Hours not known")) };
    }
}

/* Nobody shall cross the city for hours that were true years ago. */
static struct hours_look hours_look(struct ui *ui, const struct model *model, const struct hours_state *hours,
                                    bool can_call)
{
    struct hours_look look = plain_look(ui, model, hours, can_call);
    bool has_hours = hours->kind == HOURS_OPEN || (hours->kind == HOURS_CLOSED && hours->has_next);
    if (has_hours && hours->old_year > 0)
        /* Translators: {state} is whether it is open: "Closed · opens Tuesday at 09:00"; {year} is when these opening
         * hours were read, such as 2023. */
        look.words = UI_TRF(ui, N_("{state} · hours of {year}"), { "state", look.words },
                            { "year", arena_printf(ui->arena, "%d", hours->old_year) });
    return look;
}

const char *parts_hours_doubt(struct ui *ui, const struct hours_state *hours)
{
    if (hours->old_year == 0)
        return NULL;
    return UI_TRF(ui, N_("These opening hours are of {year}. Please ask first."),
                  { "year", arena_printf(ui->arena, "%d", hours->old_year) });
}

struct node *parts_hours(struct ui *ui, struct node *parent, const struct model *model, const struct hours_state *hours,
                         bool can_call)
{
    struct hours_look look = hours_look(ui, model, hours, can_call);
    return parts_fact(ui, parent, look.icon, (struct ui_text){ TYPE_BODY, FONT_BOLD, look.colour }, look.words);
}

const char *parts_hours_words(struct ui *ui, const struct model *model, const struct hours_state *hours, bool can_call)
{
    return hours_look(ui, model, hours, can_call).words;
}

void parts_hours_small(struct ui *ui, struct node *parent, const struct model *model, const struct hours_state *hours,
                       double distance_m, enum service_reach reach)
{
    struct hours_look look = hours_look(ui, model, hours, false);
    struct node *facts = ui_wrap(ui, parent, 24);
    parts_fact(ui, facts, look.icon, (struct ui_text){ TYPE_SMALL, FONT_BOLD, look.colour }, look.words);
    if (distance_m >= 0)
        parts_fact(ui, facts, "place", UI_SMALL, format_distance(ui->arena, ui->lang, distance_m));
    else
        parts_reach(ui, facts, reach);
}

void parts_reach(struct ui *ui, struct node *parent, enum service_reach reach)
{
    static const struct {
        const char *icon;
        const char *words;
    } looks[] = {
        [REACH_PLACE] = { NULL, NULL },
        [REACH_PHONE] = { "phone", N_("By phone") },
        /* Translators: a service that one reaches through its website. */
        [REACH_ONLINE] = { "language", N_("Online") },
        [REACH_UNKNOWN] = { "help", N_("Address not known, ask first") },
    };
    if (looks[reach].icon)
        parts_fact(ui, parent, looks[reach].icon, UI_SMALL, ui_tr(ui, looks[reach].words));
}

const char *parts_site(struct ui *ui, const char *url)
{
    const char *start = strstr(url, "://");
    start = start ? start + 3 : url;
    if (strncmp(start, "www.", 4) == 0)
        start += 4;
    return arena_str(ui->arena, (struct str){ start, strcspn(start, "/?#") });
}

const char *parts_language_names(struct ui *ui, const char *const *codes, size_t count)
{
    const char **names = ARENA_ARRAY(ui->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = locale_spoken_name(codes[i], ui->lang, ui->arena);
    return format_list(ui->arena, ui->lang, names, count);
}

/* Streets are about a third longer than the straight line, and 75 m a minute is an easy walk (docs/decisions/0005). */
#define DETOUR 1.3
#define WALK_METRES_A_MINUTE 75.0

static unsigned long walk_minutes(double metres)
{
    return (unsigned long)(metres * DETOUR / WALK_METRES_A_MINUTE + 0.5);
}

bool parts_is_next_door(double metres)
{
    return walk_minutes(metres) < 1;
}

const char *parts_distance(struct ui *ui, double metres)
{
    const char *distance = format_distance(ui->arena, ui->lang, metres);
    unsigned long minutes = walk_minutes(metres);
    if (parts_is_next_door(metres))
        return ui_tr(ui, N_("Here, or next door"));
    if (metres > PARTS_WALK_METRES_MAX)
        return distance;
    const char *number = format_number(ui->arena, ui->lang, (double)minutes, 0);
    const char *pattern = message_plural(ui->lang, "{distance} · about {minutes} minute on foot",
                                         "{distance} · about {minutes} minutes on foot", minutes);
    return MESSAGE_FORMAT(ui->arena, pattern, { "distance", distance }, { "minutes", number });
}

struct node *parts_card(struct ui *ui, struct node *parent, const char *heading)
{
    struct node *card = ui_card(ui, parent);
    ui_heading(ui, card, UI_H2, heading);
    return card;
}

void parts_expired(struct ui *ui, struct node *parent, const struct model *model)
{
    struct civil last;
    const struct civil *now = &model->now;
    if (!model->kiosk->expires || !civil_parse_date(&last, str_of(model->kiosk->expires)))
        return;
    if (civil_days(now->year, now->month, now->day) <= civil_days(last.year, last.month, last.day))
        return;
    parts_fact(ui, parent, "warning", UI_SMALL_STRONG,
               UI_TRF(ui, N_("This information was meant to hold until {date}. It may be out of date."),
                      { "date", format_date(ui->arena, ui->lang, last) }));
}

void parts_checked(struct ui *ui, struct node *parent, const struct model *model, const char *date)
{
    struct civil day;
    if (!date || !civil_parse_date(&day, str_of(date)))
        return;
    const char *words = format_date(ui->arena, ui->lang, day);
    parts_fact(ui, parent, "event_available", UI_SMALL,
               model->kiosk->sample
                   /* Translators: the facts were read in public pages that day; nobody at the city has checked them. */
                   ? UI_TRF(ui, N_("Looked up on {date}, not checked by the city"), { "date", words })
                   : UI_TRF(ui, N_("Checked on {date}"), { "date", words }));
}

static const struct {
    const char *icon;
    const char *label;
} facets[] = {
    [FACET_OPEN_NOW] = { "schedule", N_("Open now") },
    [FACET_NO_PAPERS] = { "no_accounts", N_("No papers needed") },
    [FACET_FREE] = { "money_off", N_("Free of charge") },
    /* Translators: {language} is the visitor's language, in that language: "Speaks English". */
    [FACET_MY_LANGUAGE] = { "forum", N_("Speaks {language}") },
    [FACET_WOMEN_ONLY] = { "female", N_("Women only") },
    [FACET_STEP_FREE] = { "accessible", N_("Step-free entrance") },
    [FACET_CHILDREN_WELCOME] = { "child_care", N_("Children welcome") },
};
static_assert(COUNT(facets) == FACET_COUNT, "each facet needs an icon and words");

const char *parts_facet_icon(enum facet facet)
{
    return facets[facet].icon;
}

const char *parts_facet_label(struct ui *ui, const struct model *model, enum facet facet)
{
    if (facet != FACET_MY_LANGUAGE)
        return ui_tr(ui, facets[facet].label);
    return UI_TRF(ui, facets[facet].label, { "language", locale_spoken_name(model_lang(model), ui->lang, ui->arena) });
}

void parts_say_button(struct ui *ui, struct node *parent, const struct model *model, const char *text)
{
    const char *local = model->kiosk->source_lang;
    if (!text || !model_has_voice(model, local) || model->speech.mode == SPEECH_OFF)
        return;
    struct node *row = ui_wrap(ui, parent, 16);
    ui_button(ui, row,
              (struct ui_button){ .id = "say",
                                  .icon = "volume_up",
                                  /* Translators: the kiosk says the local sentence to whoever stands there. */
                                  .label = ui_tr(ui, N_("Say it aloud")),
                                  .look = BUTTON_ACCENT,
                                  .action = { ACT_SAY, text, 0 } });
}
