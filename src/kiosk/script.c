#include "kiosk/script.h"

#include "base/file.h"
#include "base/nearest.h"
#include "kiosk/script_commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCRIPT_SIZE_MAX (4u * 1024u * 1024u)

/* Cuts one word off the line: "…" with \" and \\ inside, or whatever stands before the next space. */
static bool take_word(struct str *line, struct arena *arena, struct script_word *out)
{
    *line = str_trim(*line);
    if (line->len == 0)
        return false;
    char *word = arena_alloc(arena, line->len + 1);
    size_t at = 0, length = 0;
    out->quoted = line->at[0] == '"';
    if (out->quoted)
        at = 1;
    for (; at < line->len; at++) {
        char c = line->at[at];
        if (out->quoted ? c == '"' : c == ' ' || c == '\t')
            break;
        if (out->quoted && c == '\\' && at + 1 < line->len)
            c = line->at[++at];
        word[length++] = c;
    }
    out->closed = !out->quoted || at < line->len;
    at += out->quoted && at < line->len ? 1 : 0;
    *line = (struct str){ line->at + at, line->len - at };
    out->text = word;
    return true;
}

static bool split_line(struct str line, struct arena *arena, struct script_line *out, struct err *err)
{
    struct script_word word;
    *out = (struct script_line){ 0 };
    while (take_word(&line, arena, &word)) {
        if (!word.closed)
            return err_set(err, ERR_USAGE, "the quote is not closed");
        if (out->count == SCRIPT_WORDS_MAX)
            return err_set(err, ERR_USAGE, "there are too many words");
        out->words[out->count++] = word;
    }
    return true;
}

static enum script_result run_line(struct app *app, const struct script_line *line, struct err *err)
{
    const char *names[SCRIPT_COMMANDS_MAX];
    size_t count = 0;
    for (; script_commands[count].name; count++) {
        const struct script_command *command = &script_commands[count];
        names[count] = command->name;
        if (strcmp(command->name, line->words[0].text) != 0)
            continue;
        if (line->count - 1 != command->arguments) {
            err_set(err, ERR_USAGE, "write: %s %s", command->name, command->usage);
            return SCRIPT_USAGE;
        }
        return command->run(app, line, err);
    }
    const char *near = nearest_word(line->words[0].text, names, count);
    err_set(err, ERR_USAGE, "there is no command \"%s\"%s%s%s", line->words[0].text, near ? "; did you mean \"" : "",
            near ? near : "", near ? "\"?" : "");
    return SCRIPT_USAGE;
}

static bool read_stdin(struct str *out, struct arena *arena, struct err *err)
{
    char *bytes = arena_alloc(arena, SCRIPT_SIZE_MAX + 1);
    size_t length = fread(bytes, 1, SCRIPT_SIZE_MAX + 1, stdin);
    if (length > SCRIPT_SIZE_MAX)
        return err_set(err, ERR_FORMAT, "the script is longer than %u bytes", SCRIPT_SIZE_MAX);
    *out = (struct str){ bytes, length };
    return true;
}

static enum script_result run_text(struct app *app, const char *name, struct str text, struct arena *arena,
                                   struct err *err)
{
    struct str rest = text;
    for (long row = 1; rest.len > 0; row++) {
        struct str raw = str_trim(str_cut(rest, '\n', &rest));
        struct script_line line;
        if (raw.len == 0 || raw.at[0] == '#')
            continue;
        bool split = split_line(raw, arena, &line, err);
        enum script_result result = split ? run_line(app, &line, err) : SCRIPT_USAGE;
        if (result != SCRIPT_DONE) {
            if (err->file[0]) /* another file than the script */
                err_add(err, "%s", err->file);
            err->row = row;
            snprintf(err->file, sizeof(err->file), "%s", name);
            return result;
        }
    }
    return SCRIPT_DONE;
}

enum script_result script_run(struct app *app, const char *path, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    bool is_stdin = strcmp(path, "-") == 0;
    struct str text;
    bool read = is_stdin ? read_stdin(&text, &arena, err) : file_read(&text, &arena, path, SCRIPT_SIZE_MAX, err);
    if (!read || !app_frame(app, err))
        return SCRIPT_COULD_NOT;
    return run_text(app, is_stdin ? "stdin" : path, text, &arena, err);
}
