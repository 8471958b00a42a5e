#include "screens/load.h"

#include <assert.h>
#include <string.h>

static bool load_nothing(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    (void)model;
    (void)query;
    (void)arena;
    (void)err;
    return true;
}

static bool load_home(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    struct view *view = &model->view;
    struct step_list steps;
    struct phrase_list phrases;
    if (!query_topics(&view->home.topics, query, arena, err) ||
        !query_notices(&view->notices, query, NULL, arena, err) || !query_steps(&steps, query, arena, err) ||
        !query_phrases(&phrases, query, arena, err))
        return false;
    view->home.has_steps = steps.count > 0;
    view->home.has_phrases = phrases.count > 0;
    return true;
}

/* So many at a time: each is laid out anew with every frame. */
#define SERVICES_AT_ONCE 30

static bool load_topic(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    const struct place *place = model_place(model);
    struct view *view = &model->view;
    struct service_wish wish = { .limit = (size_t)(place->more + 1) * SERVICES_AT_ONCE };
    memcpy(wish.wanted, place->wanted, sizeof(wish.wanted));
    return query_topic(&view->topic, query, place->id, arena, err) &&
           query_notices(&view->notices, query, place->id, arena, err) &&
           query_pages(&view->topic_lists.pages, query, place->id, arena, err) &&
           query_services(&view->topic_lists.services, query, place->id, &wish, arena, err);
}

static bool load_page(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    struct view *view = &model->view;
    return query_page(&view->page, query, model_place(model)->id, arena, err) &&
           query_topic(&view->topic, query, view->page.topic, arena, err);
}

/* The topic that one came from, which lists the service as well as its first one does; else that first one. */
static const char *topic_of_visit(const struct model *model, const char *first)
{
    const struct place *before = model->depth > 1 ? &model->places[model->depth - 2] : NULL;
    return before && before->screen == SCREEN_TOPIC ? before->id : first;
}

static bool load_service(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    struct view *view = &model->view;
    return query_service(&view->service, query, model_place(model)->id, arena, err) &&
           query_topic(&view->topic, query, topic_of_visit(model, view->service.topic), arena, err);
}

static bool load_emergency(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    struct view *view = &model->view;
    struct err missing = { 0 };
    if (!query_emergency(&view->emergency.numbers, query, arena, err))
        return false;
    view->emergency.has_phrase = query_phrase(&view->emergency.phrase, query, "emergency", arena, &missing);
    if (!view->emergency.has_phrase && missing.code != ERR_MISSING) {
        *err = missing;
        return false;
    }
    return true;
}

#define HITS_MAX 20 /* two screens of scrolling; each more is laid out anew at every keystroke */

static bool load_search(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    struct view *view = &model->view;
    view->search.keyboard =
        model->digit_keys ? keyboard_of_digits() : keyboard_for(model_lang(model), model->latin_keys, arena);
    return query_topics(&view->search.topics, query, arena, err) &&
           query_search(&view->search.found, query, model->words, HITS_MAX, arena, err);
}

static bool load_first_days(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    return query_steps(&model->view.steps, query, arena, err);
}

static bool load_phrases(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    return query_phrases(&model->view.phrases, query, arena, err);
}

static bool load_phrase(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    return query_phrase(&model->view.phrase, query, model_place(model)->id, arena, err);
}

/* The name, and the topic for Hide, of the record that the place names as TABLE/ID. */
static bool load_wrong(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    struct view *view = &model->view;
    struct str id;
    const char *topic;
    bool sensitive;
    bool is_page = str_eq_c(str_cut(str_of(model_place(model)->id), '/', &id), "guide");
    if (is_page) {
        struct page_detail page;
        if (!query_page(&page, query, arena_str(arena, id), arena, err))
            return false;
        view->wrong = page.title;
        topic = page.topic;
        sensitive = page.sensitive;
    } else {
        struct service_detail service;
        if (!query_service(&service, query, arena_str(arena, id), arena, err))
            return false;
        view->wrong = service.name;
        topic = service.topic;
        sensitive = service.sensitive;
    }
    if (!query_topic(&view->topic, query, topic, arena, err))
        return false;
    view->topic.sensitive = view->topic.sensitive || sensitive;
    return true;
}

/* A service has an id, the first days have none. */
static bool load_take_away(struct model *model, const struct query *query, struct arena *arena, struct err *err)
{
    return model_place(model)->id[0] ? load_service(model, query, arena, err)
                                     : load_first_days(model, query, arena, err);
}

typedef bool load_fn(struct model *, const struct query *, struct arena *, struct err *);

static load_fn *const loaders[] = {
    [SCREEN_LANGUAGES] = load_nothing,     [SCREEN_HOME] = load_home,
    [SCREEN_TOPIC] = load_topic,           [SCREEN_PAGE] = load_page,
    [SCREEN_SERVICE] = load_service,       [SCREEN_EMERGENCY] = load_emergency,
    [SCREEN_STILL_THERE] = load_nothing,   [SCREEN_HIDDEN] = load_nothing,
    [SCREEN_PROBLEM] = load_nothing,       [SCREEN_ABOUT] = load_nothing,
    [SCREEN_FIRST_DAYS] = load_first_days, [SCREEN_PHRASES] = load_phrases,
    [SCREEN_PHRASE] = load_phrase,         [SCREEN_SEARCH] = load_search,
    [SCREEN_WRONG] = load_wrong,           [SCREEN_DISPLAY] = load_nothing,
    [SCREEN_TAKE_AWAY] = load_take_away,   [SCREEN_SHOW] = load_service,
    [SCREEN_STAFF] = load_nothing,
};
static_assert(COUNT(loaders) == SCREEN_COUNT, "each screen says what it loads");

bool load_view(struct model *model, const struct update_context *context, struct err *err)
{
    struct query query = { context->pack, model_lang(model), model->now, model->kiosk->here.place };
    memset(&model->view, 0, sizeof(model->view));
    arena_reset(context->view);
    load_fn *load = loaders[model_place(model)->screen];
    if (load != load_nothing && !pack_require_unchanged(context->pack, err))
        return false;
    return load(model, &query, context->view, err);
}
