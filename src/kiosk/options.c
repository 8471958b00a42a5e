#include "kiosk/options.h"

#include "base/clock.h"
#include "base/nearest.h"
#include "content/claims.h"
#include "content/pin.h"
#include "platform/window.h"
#include "screens/model.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char options_usage[] =
    "usage: maison [--pack FILE | --store DIR] [--config FILE] [--kiosk ID] [--lang TAG] [--size WxH]\n"
    "              [--diagonal INCHES] [--windowed] [--now RFC3339] [--offscreen] [--script FILE] [--stats]\n"
    "              [--check-fit]\n"
    "\n"
    "  --pack FILE        the welcome pack to show, without asking for a signature (a preview)\n"
    "  --store DIR        show the pack that 'maison-pack install' has put there, if it was signed with a key that\n"
    "                     the settings trust (trust, audience)\n"
    "  --config FILE      settings, one `name = value` a line; the command line wins over them\n"
    "  --kiosk ID         which row of the pack's kiosks this one is (default: the first)\n"
    "  --lang TAG         open home in this language, e.g. ar\n"
    "  --size WxH         size of the window in pixels (default: the whole display)\n"
    "  --diagonal INCHES  the screen's diagonal, which sets how large everything is (default: 24)\n"
    "  --windowed         a window instead of the full screen\n"
    "  --now RFC3339      pretend that it is this moment, e.g. 2026-11-24T14:05:00+01:00\n"
    "  --offscreen        use no display\n"
    "  --script FILE      do what the file says, offscreen and on a virtual clock (- reads stdin)\n"
    "  --stats            print measurements as JSON\n"
    "  --check-fit        lay out every screen in every language and say which texts do not fit\n"
    "  --help, --version\n";

#define DEFAULT_DIAGONAL 24.0
#define DEFAULT_IDLE_SECONDS 90
#define DEFAULT_VOLUME 7

struct options options_default(void)
{
    return (struct options){ .diagonal = DEFAULT_DIAGONAL,
                             .sticks = "/media",
                             .idle_seconds = DEFAULT_IDLE_SECONDS,
                             .volume = DEFAULT_VOLUME,
                             .volume_limit = SPEECH_VOLUME_MOST };
}

typedef bool setter(struct options *options, const char *value);

static bool set_pack(struct options *options, const char *value)
{
    options->pack = value;
    return value[0] != '\0';
}

static bool set_store(struct options *options, const char *value)
{
    options->store = value;
    return value[0] != '\0';
}

/* The keys, parted by spaces or commas. */
static bool set_trust(struct options *options, const char *value)
{
    struct minisig_trust trust = { 0 };
    for (const char *at = value + strspn(value, " ,"); *at;) {
        size_t length = strcspn(at, " ,");
        if (!minisig_trust_add(&trust, (struct str){ at, length }, NULL))
            return false;
        at += length + strspn(at + length, " ,");
    }
    options->trust = trust;
    return trust.count > 0;
}

static bool set_audience(struct options *options, const char *value)
{
    options->audience = value;
    return claims_is_audience(str_of(value));
}

static bool set_config(struct options *options, const char *value)
{
    options->config = value;
    return value[0] != '\0';
}

static bool set_kiosk(struct options *options, const char *value)
{
    options->kiosk = value;
    return value[0] != '\0';
}

static bool set_lang(struct options *options, const char *value)
{
    options->lang = value;
    return value[0] != '\0';
}

static bool set_script(struct options *options, const char *value)
{
    options->script = value;
    return value[0] != '\0';
}

static bool set_local_dir(struct options *options, const char *value)
{
    options->local_dir = value;
    return value[0] != '\0';
}

static bool set_printer(struct options *options, const char *value)
{
    options->printer = value;
    return value[0] != '\0';
}

static bool set_staff_pin_hash(struct options *options, const char *value)
{
    options->staff_pin_hash = value;
    return pin_is_hash(value);
}

static bool set_sticks(struct options *options, const char *value)
{
    options->sticks = value;
    return value[0] == '/';
}

static bool set_clock_command(struct options *options, const char *value)
{
    options->clock_command = value;
    return value[0] == '/';
}

#define SIZE_LEAST 480
#define SIZE_MOST 8192

static bool set_size(struct options *options, const char *value)
{
    struct str height;
    struct str width = str_cut(str_of(value), 'x', &height);
    int64_t w, h;
    if (!str_to_int64(width, &w) || !str_to_int64(height, &h))
        return false;
    if (w < SIZE_LEAST || w > SIZE_MOST || h < SIZE_LEAST || h > SIZE_MOST)
        return false;
    options->width = (int)w;
    options->height = (int)h;
    return true;
}

static bool set_diagonal(struct options *options, const char *value)
{
    double inches;
    if (!str_to_double(str_of(value), &inches) || inches < 7 || inches > 120)
        return false;
    options->diagonal = inches;
    return true;
}

static bool set_now(struct options *options, const char *value)
{
    options->has_now = clock_parse_rfc3339(&options->now_ms, str_of(value));
    return options->has_now;
}

static bool set_idle_seconds(struct options *options, const char *value)
{
    int64_t seconds;
    if (!str_to_int64(str_of(value), &seconds) || seconds < 10 || seconds > 3600)
        return false;
    options->idle_seconds = (int)seconds;
    return true;
}

static bool set_low_reach_mm(struct options *options, const char *value)
{
    int64_t mm;
    if (!str_to_int64(str_of(value), &mm) || mm < 100 || mm > 2000)
        return false;
    options->low_reach_mm = (int)mm;
    return true;
}

static bool set_level(int *level, const char *value)
{
    int64_t number;
    if (!str_to_int64(str_of(value), &number) || number < SPEECH_VOLUME_LEAST || number > SPEECH_VOLUME_MOST)
        return false;
    *level = (int)number;
    return true;
}

static bool set_volume(struct options *options, const char *value)
{
    return set_level(&options->volume, value);
}

static bool set_volume_limit(struct options *options, const char *value)
{
    return set_level(&options->volume_limit, value);
}

static bool set_keys(struct options *options, const char *value)
{
    if (!keys_parse(&options->keys, value))
        return false;
    for (size_t i = 0; i < options->keys.count; i++) {
        if (!window_has_key(options->keys.at[i].name))
            return false;
    }
    return true;
}

static bool read_flag(bool *flag, const char *value)
{
    *flag = strcmp(value, "yes") == 0;
    return *flag || strcmp(value, "no") == 0;
}

static bool set_windowed(struct options *options, const char *value)
{
    return read_flag(&options->windowed, value);
}

static bool set_offscreen(struct options *options, const char *value)
{
    return read_flag(&options->offscreen, value);
}

static bool set_stats(struct options *options, const char *value)
{
    return read_flag(&options->stats, value);
}

static bool set_check_fit(struct options *options, const char *value)
{
    return read_flag(&options->check_fit, value);
}

static bool set_help(struct options *options, const char *value)
{
    return read_flag(&options->help, value);
}

static bool set_version(struct options *options, const char *value)
{
    return read_flag(&options->version, value);
}

enum where { ANYWHERE, COMMAND_LINE_ONLY, CONFIG_ONLY };

static const struct setting {
    const char *name;
    setter *set;
    const char *wanted; /* what a value looks like; NULL: a flag, which takes none on the command line */
    enum where where;
} settings[] = {
    { "pack", set_pack, "a file", ANYWHERE },
    { "store", set_store, "a folder", ANYWHERE },
    { "config", set_config, "a file", COMMAND_LINE_ONLY },
    { "kiosk", set_kiosk, "an id of kiosks.csv", ANYWHERE },
    { "lang", set_lang, "a language tag such as ar", ANYWHERE },
    { "size", set_size, "WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080", ANYWHERE },
    { "diagonal", set_diagonal, "inches from 7 to 120, such as 24", ANYWHERE },
    { "windowed", set_windowed, NULL, ANYWHERE },
    { "now", set_now, "a moment such as 2026-11-24T14:05:00+01:00", COMMAND_LINE_ONLY },
    { "offscreen", set_offscreen, NULL, COMMAND_LINE_ONLY },
    { "script", set_script, "a file, or - for standard input", COMMAND_LINE_ONLY },
    { "stats", set_stats, NULL, COMMAND_LINE_ONLY },
    { "check-fit", set_check_fit, NULL, COMMAND_LINE_ONLY },
    { "help", set_help, NULL, COMMAND_LINE_ONLY },
    { "version", set_version, NULL, COMMAND_LINE_ONLY },
    { "trust", set_trust, "one or several public keys as keygen prints them, RW… with 56 letters each", CONFIG_ONLY },
    { "audience", set_audience, "the audience of datapackage.json, such as grenoble", CONFIG_ONLY },
    { "local_dir", set_local_dir, "a folder", CONFIG_ONLY },
    { "volume", set_volume, "a whole number from 1 to 10", CONFIG_ONLY },
    { "volume_limit", set_volume_limit, "a whole number from 1 to 10", CONFIG_ONLY },
    { "keys", set_keys, "keys and what they do, such as F13=up, F14=down, F17=ok, F18=back, F19=help", CONFIG_ONLY },
    { "printer", set_printer, "cups:QUEUE, ipp://HOST/PATH, escpos:DEVICE or file:FOLDER", CONFIG_ONLY },
    { "staff_pin_hash", set_staff_pin_hash, "what 'maison-pack pin' prints, $argon2id$…", CONFIG_ONLY },
    { "sticks", set_sticks, "folders from the root, parted by \":\", such as /media", CONFIG_ONLY },
    { "clock_command", set_clock_command, "a program by its path from the root", CONFIG_ONLY },
    { "idle_seconds", set_idle_seconds, "whole seconds from 10 to 3600", CONFIG_ONLY },
    { "low_reach_mm", set_low_reach_mm, "whole millimetres from 100 to 2000", CONFIG_ONLY },
};

static const struct setting *find_setting(const char *name, size_t length, enum where not_in)
{
    for (size_t i = 0; i < COUNT(settings); i++) {
        bool same = strlen(settings[i].name) == length && strncmp(settings[i].name, name, length) == 0;
        if (same && settings[i].where != not_in)
            return &settings[i];
    }
    return NULL;
}

static const char *nearest_setting(const char *name, enum where not_in)
{
    const char *names[COUNT(settings)];
    size_t count = 0;
    for (size_t i = 0; i < COUNT(settings); i++) {
        if (settings[i].where != not_in)
            names[count++] = settings[i].name;
    }
    return nearest_word(name, names, count);
}

static bool apply(struct options *options, const struct setting *setting, const char *value, const char *dashes,
                  struct err *err)
{
    if (setting->set(options, value))
        return true;
    return err_set(err, ERR_USAGE, "%s%s can't be \"%s\"; give %s", dashes, setting->name, value,
                   setting->wanted ? setting->wanted : "yes or no");
}

bool options_set(struct options *options, const char *name, const char *value, struct err *err)
{
    const struct setting *setting = find_setting(name, strlen(name), COMMAND_LINE_ONLY);
    if (setting)
        return apply(options, setting, value, "", err);
    const char *near = nearest_setting(name, COMMAND_LINE_ONLY);
    return err_set(err, ERR_USAGE, "there is no setting \"%s\"%s%s%s", name, near ? "; did you mean \"" : "",
                   near ? near : "", near ? "\"?" : "");
}

/* `word` up to `length`, without its dashes and its value. */
static bool unknown_option(const char *word, size_t length, struct err *err)
{
    char name[64];
    snprintf(name, sizeof(name), "%.*s", (int)(length < sizeof(name) ? length : sizeof(name)), word);
    const char *near = nearest_setting(name, CONFIG_ONLY);
    return err_set(err, ERR_USAGE, "there is no option --%s%s%s%s", name, near ? "; did you mean --" : "",
                   near ? near : "", near ? "?" : " (see --help)");
}

/* One option at argv[*at], with its value behind "=" or in the next word. */
static bool parse_option(struct options *options, int argc, char **argv, int *at, struct err *err)
{
    const char *word = argv[*at] + 2;
    size_t length = strcspn(word, "=");
    const struct setting *setting = find_setting(word, length, CONFIG_ONLY);
    if (!setting)
        return unknown_option(word, length, err);
    const char *value = word[length] == '=' ? word + length + 1 : NULL;
    if (!setting->wanted && !value)
        value = "yes";
    if (!value && *at + 1 < argc)
        value = argv[++*at];
    if (!value)
        return err_set(err, ERR_USAGE, "--%s needs a value: %s", setting->name, setting->wanted);
    return apply(options, setting, value, "--", err);
}

bool options_parse(struct options *options, int argc, char **argv, struct err *err)
{
    struct options read = *options;
    for (int at = 1; at < argc; at++) {
        if (strncmp(argv[at], "--", 2) != 0)
            return err_set(err, ERR_USAGE, "\"%s\" is not an option (see --help)", argv[at]);
        if (!parse_option(&read, argc, argv, &at, err))
            return false;
    }
    *options = read;
    return true;
}

double options_pixels_per_mm(const struct options *options, int width, int height)
{
    return hypot(width, height) / (options->diagonal * 25.4);
}
