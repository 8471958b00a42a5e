#include "support/walk.h"

#include <stdio.h>
#include <stdlib.h>

static void require(bool done, const struct err *err)
{
    if (done)
        return;
    fprintf(stderr, "walk: %s\n", err->detail);
    abort();
}

void walk_act(struct walk *walk, enum action_kind kind, const char *arg, int number)
{
    struct update_context context = { walk->pack, &walk->view };
    struct err err = { 0 };
    require(update(&walk->model, (struct action){ (int)kind, arg, number }, &context, &err), &err);
    walk->model.display = walk->display;
}

/* Opens something, checks it, comes back. The ids are copied first: the view that holds them goes when the screen does.
 */
static void visit_each(struct walk *walk, enum action_kind kind, const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        walk_act(walk, kind, ids[i], 0);
        walk->see(walk->context);
        walk_act(walk, ACT_BACK, NULL, 0);
    }
}

/* What can be taken along and shown of what is on the screen. */
static void visit_take(struct walk *walk)
{
    static const enum action_kind kinds[] = { ACT_TAKE, ACT_SHOW };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        size_t depth = walk->model.depth;
        walk_act(walk, kinds[i], NULL, 0);
        if (walk->model.depth == depth)
            continue;
        walk->see(walk->context);
        walk_act(walk, ACT_BACK, NULL, 0);
    }
}

static void visit_topic(struct walk *walk, struct arena *arena, const char *id)
{
    walk_act(walk, ACT_TOPIC, id, 0);
    walk->see(walk->context);
    const struct page_list pages = walk->model.view.topic_lists.pages;
    const struct service_list services = walk->model.view.topic_lists.services;
    const char **page_ids = ARENA_ARRAY(arena, const char *, pages.count);
    const char **service_ids = ARENA_ARRAY(arena, const char *, services.count);
    for (size_t i = 0; i < pages.count; i++)
        page_ids[i] = arena_strdup(arena, pages.at[i].id);
    for (size_t i = 0; i < services.count; i++)
        service_ids[i] = arena_strdup(arena, services.at[i].id);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++)
        walk_act(walk, ACT_FACET, facet_id(facet), 0);
    walk->see(walk->context);
    walk_act(walk, ACT_BACK, NULL, 0);
    visit_each(walk, ACT_PAGE, page_ids, pages.count);
    visit_each(walk, ACT_SERVICE, service_ids, services.count);
    if (services.count > 0) {
        walk_act(walk, ACT_SERVICE, service_ids[0], 0);
        visit_take(walk);
        walk_act(walk, ACT_BACK, NULL, 0);
    }
}

/* Each card as it opens, and with each answer shown back. */
static void visit_phrases(struct walk *walk, struct arena *arena)
{
    walk_act(walk, ACT_PHRASES, NULL, 0);
    walk->see(walk->context);
    const struct phrase_list phrases = walk->model.view.phrases;
    const char **ids = ARENA_ARRAY(arena, const char *, phrases.count);
    for (size_t i = 0; i < phrases.count; i++)
        ids[i] = arena_strdup(arena, phrases.at[i].id);
    for (size_t i = 0; i < phrases.count; i++) {
        walk_act(walk, ACT_PHRASE, ids[i], 0);
        walk->see(walk->context);
        if (walk->model.view.phrase.answer_count > 0) {
            walk_act(walk, ACT_ANSWER, walk->model.view.phrase.answers[0].id, 0);
            walk->see(walk->context);
        }
        walk_act(walk, ACT_BACK, NULL, 0);
    }
    walk_act(walk, ACT_BACK, NULL, 0);
}

/* Nothing typed, much found, nothing found, and the other letters. */
static void visit_search(struct walk *walk)
{
    walk_act(walk, ACT_SEARCH, NULL, 0);
    walk->see(walk->context);
    walk_act(walk, ACT_TYPE, "a", 0);
    walk->see(walk->context);
    walk_act(walk, ACT_TYPE,
             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 0);
    walk->see(walk->context);
    walk_act(walk, ACT_SWITCH_KEYS, NULL, 0);
    walk->see(walk->context);
    walk_act(walk, ACT_BACK, NULL, 0);
}

/* What is wrong with the first service that a topic lists: the question, the thanks, and what a full disk says. */
static void visit_wrong(struct walk *walk, const char *topic)
{
    static const int kept[] = { 1, 0 };
    walk_act(walk, ACT_TOPIC, topic, 0);
    char id[MODEL_ID_MAX];
    snprintf(id, sizeof(id), "%s", walk->model.view.topic_lists.services.at[0].id);
    walk_act(walk, ACT_SERVICE, id, 0);
    for (size_t i = 0; i < COUNT(kept); i++) {
        walk_act(walk, ACT_WRONG, NULL, 0);
        walk->see(walk->context);
        walk_act(walk, ACT_NOTE, "phone", kept[i]);
        walk->see(walk->context);
        walk_act(walk, ACT_BACK, NULL, 0);
    }
    walk_act(walk, ACT_BACK, NULL, 0);
    walk_act(walk, ACT_BACK, NULL, 0);
}

/* What stands above the content when there is no voice, and when somebody asks what the keys do; and while a screen is
 * read, a word of it. */
static void visit_hints(struct walk *walk)
{
    walk_act(walk, ACT_KEYS_HELP, NULL, 0);
    walk->see(walk->context);
    walk_act(walk, ACT_LISTEN, NULL, 0);
    update_spoken(&walk->model, true, (struct spoken_word){ true, 5, { 0, 3 } });
    walk->see(walk->context);
    update_spoken(&walk->model, false, (struct spoken_word){ 0 });
}

/* The staff screen with all that it can have to say, part by part. */
static void visit_staff(struct walk *walk)
{
    static const char *const parts[] = { STAFF_PART_INSTALL, STAFF_PART_ROLL_BACK, STAFF_PART_COPY, STAFF_PART_CLOCK };
    static const struct staff_change changes[] = {
        { DIFF_SERVICE, DIFF_CHANGED, STAFF_ABOUT_RECORD, "Le dispensaire", "", "MO,TU,FR 09:00-12:00",
          "MO,TU,FR 09:00-12:30" },
        { DIFF_SERVICE, DIFF_CHANGED, STAFF_ABOUT_RECORD, "Le dispensaire", "en", "The clinic", "The large clinic" },
        { DIFF_SERVICE, DIFF_ADDED, STAFF_ABOUT_RECORD, "La permanence", "", NULL, NULL },
        { DIFF_PAGE, DIFF_REMOVED, STAFF_ABOUT_RECORD, "Voir un médecin", "", NULL, NULL },
        { DIFF_PACK, DIFF_CHANGED, STAFF_ABOUT_CHECKED, "Ville", "ar", NULL, "3" },
        { DIFF_PACK, DIFF_CHANGED, STAFF_ABOUT_UNCHECKED, "Ville", "uk", NULL, "12" },
        { DIFF_PACK, DIFF_CHANGED, STAFF_ABOUT_OUT_OF_DATE, "Ville", "zh-Hans", NULL, "1" },
    };
    struct staff_pack pack = { 42, "2026-11-24", "2027-11-24", 1, false };
    struct staff *staff = &walk->staff;
    *staff = (struct staff){ .digits = 3 };
    walk_act(walk, ACT_STAFF, NULL, 0);
    walk->see(walk->context);
    staff->locked_s = 90;
    walk->see(walk->context);
    *staff = (struct staff){ .is_open = true,
                             .has_store = true,
                             .shown = pack,
                             .previous = pack,
                             .sticks = { "usb0" },
                             .stick_count = 1,
                             .notes = 12,
                             .can_copy = true,
                             .is_clock_behind = true,
                             .can_set_clock = true,
                             .clock = walk->model.now };
    for (size_t i = 0; i < COUNT(parts); i++) {
        walk->see(walk->context);
        walk_act(walk, ACT_STAFF, parts[i], 0);
        walk->see(walk->context);
        walk_act(walk, ACT_BACK, NULL, 0);
    }
    walk_act(walk, ACT_STAFF, STAFF_PART_INSTALL, 0);
    staff->stick_count = 0;
    for (enum staff_task task = STAFF_PIN; task < STAFF_TASK_COUNT; task++) {
        staff->task = task;
        staff->percent = task == STAFF_TAKE ? 40 : -1;
        walk->see(walk->context);
        staff->task = STAFF_IDLE;
        staff->told = task;
        for (int failed = 0; failed < 2; failed++) {
            staff->has_failed = failed;
            staff->why = ERR_REFUSED;
            walk->see(walk->context);
        }
    }
    staff->has_taken = true;
    staff->taken = pack;
    staff->changes = changes;
    staff->change_count = COUNT(changes);
    staff->more_changes = 1200;
    walk->see(walk->context);
    walk_act(walk, ACT_FINISH, NULL, 0);
}

/* What staff find behind SCREEN_PROBLEM. */
static void visit_staff_without_pack(struct walk *walk)
{
    static const char *const parts[] = { NULL, STAFF_PART_INSTALL };
    struct staff *staff = &walk->staff;
    *staff = (struct staff){ .is_open = true, .has_store = true, .sticks = { "usb0" }, .stick_count = 1 };
    walk->kiosk.notice = "store: is empty; install a pack";
    for (size_t i = 0; i < COUNT(parts); i++) {
        walk_act(walk, ACT_STAFF, parts[i], 0);
        walk->see(walk->context);
    }
    walk_act(walk, ACT_LANGUAGES, NULL, 0);
    walk->see(walk->context);
    walk_act(walk, ACT_FINISH, NULL, 0);
    walk->kiosk.notice = NULL;
}

void walk_language(struct walk *walk, const char *tag)
{
    struct arena arena = { 0 };
    walk_act(walk, ACT_FINISH, NULL, 0);
    walk_act(walk, ACT_CHOOSE_LANGUAGE, tag, 0);
    walk->see(walk->context);
    const struct topic_list topics = walk->model.view.home.topics;
    const char **ids = ARENA_ARRAY(&arena, const char *, topics.count);
    for (size_t i = 0; i < topics.count; i++)
        ids[i] = arena_strdup(&arena, topics.at[i].id);
    for (size_t i = 0; i < topics.count; i++)
        visit_topic(walk, &arena, ids[i]);
    visit_hints(walk);
    visit_wrong(walk, ids[0]);
    visit_phrases(walk, &arena);
    visit_search(walk);
    static const enum action_kind plain[] = { ACT_EMERGENCY, ACT_ABOUT, ACT_LANGUAGES, ACT_FIRST_DAYS, ACT_DISPLAY };
    for (size_t i = 0; i < COUNT(plain); i++)
        visit_each(walk, plain[i], (const char *const[]){ NULL }, 1);
    walk_act(walk, ACT_FIRST_DAYS, NULL, 0);
    visit_take(walk);
    walk_act(walk, ACT_BACK, NULL, 0);
    walk_act(walk, ACT_STILL_THERE, NULL, 30);
    walk->see(walk->context);
    walk_act(walk, ACT_MORE_TIME, NULL, 0);
    arena_destroy(&arena);
}

void walk_without_language(struct walk *walk)
{
    walk_act(walk, ACT_FINISH, NULL, 0);
    for (size_t i = 0; i < walk->kiosk.language_count; i++) {
        walk->see(walk->context);
        walk_act(walk, ACT_GREETING, NULL, 0);
    }
    visit_each(walk, ACT_EMERGENCY, (const char *const[]){ NULL }, 1);
    visit_each(walk, ACT_DISPLAY, (const char *const[]){ NULL }, 1);
    visit_staff(walk);
    walk_act(walk, ACT_HIDE, NULL, 0);
    walk->see(walk->context);
    walk->model.problem = ERR_FORMAT;
    walk->see(walk->context);
    visit_staff_without_pack(walk);
    walk->model.problem = ERR_NONE;
}

void walk_open(struct walk *walk, const char *name)
{
    struct err err = { 0 };
    char path[4096];
    snprintf(path, sizeof(path), TEST_BUILD_DIR "/tests/packs/%s.pack", name);
    require(pack_open(&walk->pack, path, &err), &err);
    struct pack_languages tags = pack_languages(walk->pack);
    struct locale *locales = ARENA_ARRAY(&walk->kept, struct locale, tags.count);
    for (size_t i = 0; i < tags.count; i++)
        locales[i] = locale_of(tags.tags[i], &walk->kept);
    bool *voices = ARENA_ARRAY(&walk->kept, bool, tags.count);
    for (size_t i = 0; i < tags.count; i++)
        voices[i] = i % 8 != 6; /* one in eight has none */
    walk->kiosk = (struct kiosk){ .has_voice = voices,
                                  .has_greeting = voices,
                                  .volume = 7,
                                  .volume_limit = SPEECH_VOLUME_MOST,
                                  .languages = locales,
                                  .language_count = tags.count,
                                  .source_lang = pack_meta(walk->pack, "source_language"),
                                  .emergency_number = "112",
                                  .sample = true,
                                  .takes_notes = true,
                                  .prints = true,
                                  .staff = &walk->staff,
                                  .preview = true };
    require(query_kiosk(&walk->kiosk.here, walk->pack, NULL, &walk->kept, &err), &err);
    walk->model = (struct model){ .kiosk = &walk->kiosk,
                                  .speech = { .volume = 7 },
                                  .depth = 1,
                                  .now = { 2026, 11, 24, 10, 0, 0, 2 },
                                  .problem_langs = locales,
                                  .problem_lang_count = tags.count < 5 ? tags.count : 5 };
}

void walk_close(struct walk *walk)
{
    pack_close(walk->pack);
    arena_destroy(&walk->kept);
    arena_destroy(&walk->view);
}
