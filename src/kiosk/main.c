#include "base/log.h"
#include "kiosk/app.h"
#include "kiosk/fit.h"
#include "kiosk/loop.h"
#include "kiosk/script.h"

#include <stdio.h>

enum exit_status { EXIT_DONE = 0, EXIT_NO = 1, EXIT_USAGE = 2, EXIT_COULD_NOT = 3, EXIT_RESTART = 4 };

/* In the settings a pack may stand behind a store; whoever types both means one of them. */
static bool one_source(const struct options *options, struct err *err)
{
    return !options->pack || !options->store || err_set(err, ERR_USAGE, "give either --pack or --store");
}

/* The config file lies under the command line, so the command line is read for its name first and applied again on top.
 */
static bool read_options(struct options *options, struct arena *arena, int argc, char **argv, enum err_code *problem)
{
    struct err err = { 0 };
    if (!options_parse(options, argc, argv, &err) || !one_source(options, &err)) {
        log_err(&err);
        return false;
    }
    if (!options->config || options->help || options->version)
        return true;
    struct options layered = options_default();
    if (!options_read_config(&layered, arena, options->config, &err)) {
        log_err(&err);
        *problem = err.code;
    } else {
        if (options->pack)
            layered.store = NULL; /* of the settings */
        if (options_parse(&layered, argc, argv, &err))
            *options = layered;
    }
    return true;
}

static int run(struct app *app, const struct options *options)
{
    struct err err = { 0 };
    if (options->script) {
        enum script_result result = script_run(app, options->script, &err);
        if (result != SCRIPT_DONE)
            log_err(&err);
        return (int)result;
    }
    if (loop_run(app, &err))
        return EXIT_DONE;
    log_err(&err);
    return EXIT_COULD_NOT;
}

static int check_fit(const struct options *options)
{
    struct err err = { 0 };
    size_t found = 0;
    if (!options->pack)
        err_set(&err, ERR_USAGE, "--check-fit needs a pack; name one with --pack FILE");
    else if (fit_run(&found, options, &err))
        return found > 0 ? EXIT_NO : EXIT_DONE;
    log_err(&err);
    return err.code == ERR_USAGE ? EXIT_USAGE : EXIT_COULD_NOT;
}

static int show(const struct options *options, enum err_code problem)
{
    static struct app app; /* too large for some stacks */
    struct err err = { 0 };
    int status = EXIT_COULD_NOT;
    if (app_open(&app, options, problem, &err))
        status = run(&app, options);
    else
        log_err(&err);
    if (status == EXIT_DONE && app.wants_restart)
        status = EXIT_RESTART; /* for whoever starts it again */
    app_close(&app);
    return status;
}

int main(int argc, char **argv)
{
    struct arena arena = { 0 };
    struct options options = options_default();
    enum err_code problem = ERR_NONE;

    if (!read_options(&options, &arena, argc, argv, &problem)) {
        arena_destroy(&arena);
        return EXIT_USAGE;
    }
    if (options.help || options.version) {
        printf("%s", options.help ? options_usage : "maison " MAISON_VERSION "\n");
        return EXIT_DONE;
    }
    int status = options.check_fit ? check_fit(&options) : show(&options, problem);
    arena_destroy(&arena);
    return status;
}
