#include "screens/load.h"
#include "screens/update_handlers.h"

#include <string.h>

/* What is typed into the search. */

bool update_on_search(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    (void)action;
    if (model_place(model)->screen != SCREEN_SEARCH) {
        memset(model->words, 0, sizeof(model->words));
        model->latin_keys = model->digit_keys = false;
    }
    return update_go_to(model, context, SCREEN_SEARCH, NULL, err);
}

static void erase_last(struct model *model)
{
    size_t start = str_last_letter(model->words, strlen(model->words));
    memset(model->words + start, 0, sizeof(model->words) - start);
}

/* What does not fit whole is not typed: half a letter would be no text. */
bool update_on_type(struct model *model, const struct action *action, const struct update_context *context,
                    struct err *err)
{
    size_t length = strlen(model->words);
    bool is_space_first = length == 0 && action->arg && strcmp(action->arg, " ") == 0;
    if (model_place(model)->screen != SCREEN_SEARCH || !action->arg || is_space_first)
        return true;
    if (length + strlen(action->arg) >= sizeof(model->words) || !str_is_utf8(str_of(action->arg)))
        return true;
    memcpy(model->words + length, action->arg, strlen(action->arg));
    model_place(model)->scroll = 0;
    return load_view(model, context, err);
}

bool update_on_retype(struct model *model, const struct action *action, const struct update_context *context,
                      struct err *err)
{
    if (model_place(model)->screen != SCREEN_SEARCH)
        return true;
    char letters[MODEL_ID_MAX];
    if (!update_copy_id(letters, action->arg))
        return true;
    erase_last(model);
    return update_on_type(model, &(struct action){ ACT_TYPE, letters, 0 }, context, err);
}

bool update_on_erase(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)action;
    if (model_place(model)->screen != SCREEN_SEARCH)
        return true;
    erase_last(model);
    return load_view(model, context, err);
}

bool update_on_clear(struct model *model, const struct action *action, const struct update_context *context,
                     struct err *err)
{
    (void)action;
    memset(model->words, 0, sizeof(model->words));
    return load_view(model, context, err);
}

bool update_on_switch_keys(struct model *model, const struct action *action, const struct update_context *context,
                           struct err *err)
{
    bool *keys = action->number == KEYS_DIGITS ? &model->digit_keys : &model->latin_keys;
    *keys = !*keys;
    return load_view(model, context, err);
}
