#include "tool/password.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Whoever stops the program while the terminal is silent must get it back speaking. */
static volatile sig_atomic_t stopped_by;

static void on_signal(int number)
{
    stopped_by = number;
}

static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };

struct silence {
    bool on;
    struct termios before;
    struct sigaction actions[COUNT(signals)];
};

static void silence_begin(struct silence *silence)
{
    silence->on = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &silence->before) == 0;
    if (!silence->on)
        return;
    struct sigaction action = { .sa_handler = on_signal };
    sigemptyset(&action.sa_mask);
    stopped_by = 0;
    for (size_t i = 0; i < COUNT(signals); i++)
        (void)sigaction(signals[i], &action, &silence->actions[i]);
    struct termios quiet = silence->before;
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

static void silence_end(struct silence *silence)
{
    if (!silence->on)
        return;
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &silence->before);
    for (size_t i = 0; i < COUNT(signals); i++)
        (void)sigaction(signals[i], &silence->actions[i], NULL);
    fputc('\n', stderr);
    if (stopped_by != 0)
        (void)raise(stopped_by);
}

/* Byte by byte: the next line is the next one's to read. */
static bool read_line(char out[static SECRET_PASSWORD_MAX], struct err *err)
{
    size_t length = 0;
    for (;;) {
        char c;
        ssize_t n = read(STDIN_FILENO, &c, 1);
        if (n < 0 && errno == EINTR && stopped_by == 0)
            continue;
        if (n < 0 || (n == 0 && length == 0))
            return err_set(err, ERR_IO, "no password could be read");
        if (n == 0 || c == '\n')
            break;
        if (length + 1 >= SECRET_PASSWORD_MAX || c == '\0')
            return err_set(err, ERR_USAGE, "the password is longer than %d bytes", SECRET_PASSWORD_MAX - 1);
        out[length++] = c;
    }
    if (length > 0 && out[length - 1] == '\r')
        length--;
    out[length] = '\0';
    return true;
}

bool password_ask(const char *prompt, char out[static SECRET_PASSWORD_MAX], struct err *err)
{
    struct silence silence;
    silence_begin(&silence);
    if (silence.on)
        fprintf(stderr, "%s: ", prompt);
    bool read = read_line(out, err);
    silence_end(&silence);
    if (!read)
        explicit_bzero(out, SECRET_PASSWORD_MAX);
    return read;
}
