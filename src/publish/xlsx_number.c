/* Numbers of cells, and the dates that they stand for. */
#include "base/clock.h"
#include "publish/xlsx_parts.h"

#include <math.h>
#include <string.h>

/* Built-in formats that show dates and times; those of East Asia among them (18.8.30). */
static const struct built_in {
    int first, last;
    enum xlsx_format format;
} built_in[] = {
    { 14, 17, XLSX_AS_DATE }, { 18, 21, XLSX_AS_TIME }, { 22, 22, XLSX_AS_DATE_TIME }, { 27, 31, XLSX_AS_DATE },
    { 32, 35, XLSX_AS_TIME }, { 36, 36, XLSX_AS_DATE }, { 45, 47, XLSX_AS_TIME },      { 50, 58, XLSX_AS_DATE },
};

/* Steps over what a format shows as it stands: "…", \x, [Red]. The letter to look at, 0 at the end. */
static char next_letter(const char **at)
{
    for (; **at; ++*at) {
        char close = **at == '"' ? '"' : **at == '[' ? ']' : '\0';
        if (**at == '\\' && (*at)[1]) {
            ++*at;
        } else if (close) {
            const char *end = strchr(*at + 1, close);
            bool elapsed = close == ']' && strchr("hHmMsS", (*at)[1]);
            if (elapsed) {
                *at += 2;
                return (*at)[-1];
            }
            *at = end ? end : *at + strlen(*at) - 1;
        } else {
            return *(*at)++;
        }
    }
    return '\0';
}

enum xlsx_format xlsx_format_of(int id, const char *code)
{
    bool date = false;
    bool time = false;
    for (size_t i = 0; i < COUNT(built_in) && !code; i++) {
        if (built_in[i].first <= id && id <= built_in[i].last)
            return built_in[i].format;
    }
    if (!code || strcmp(code, "General") == 0 || strcmp(code, "@") == 0)
        return XLSX_AS_NUMBER;
    for (char letter = next_letter(&code); letter && letter != ';'; letter = next_letter(&code)) {
        date = date || strchr("yYdD", letter);
        time = time || strchr("hHsS", letter);
    }
    return date && time ? XLSX_AS_DATE_TIME : date ? XLSX_AS_DATE : time ? XLSX_AS_TIME : XLSX_AS_NUMBER;
}

/* Days count from 1904-01-01, or so that 1 is 1900-01-01 and 60 the 29 February 1900 that never was (18.17.4.1). */
static int64_t day_of(int64_t serial, bool from_1904)
{
    if (from_1904)
        return civil_days(1904, 1, 1) + serial;
    return civil_days(1899, 12, 30) + serial + (serial < 60 ? 1 : 0);
}

#define DAY_SECONDS 86400
#define SERIAL_MAX 2958465 /* 9999-12-31 */

static bool date_text(struct xlsx_cell *out, struct arena *arena, double value, enum xlsx_format format, bool from_1904)
{
    if (!(value >= 0) || value > SERIAL_MAX)
        return false;
    int64_t seconds = (int64_t)llround(value * DAY_SECONDS);
    int64_t of_day = seconds % DAY_SECONDS;
    struct civil date = civil_from_days(day_of(seconds / DAY_SECONDS, from_1904));
    int hour = (int)(of_day / 3600);
    int minute = (int)(of_day / 60 % 60);
    const char *text;
    out->kind = format == XLSX_AS_TIME && seconds < DAY_SECONDS ? XLSX_TIME : XLSX_DATE;
    if (out->kind == XLSX_TIME)
        text = arena_printf(arena, "%02d:%02d", hour, minute);
    else if (of_day == 0)
        text = arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    else
        text = arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d", date.year, date.month, date.day, hour, minute,
                            (int)(of_day % 60));
    out->text = str_of(text);
    return true;
}

bool xlsx_number(struct xlsx_cell *out, struct arena *arena, struct str value, enum xlsx_format format, bool from_1904)
{
    const double whole_max = 1e15;
    double number;
    value = str_trim(value);
    if (!str_to_double(value, &number) || !isfinite(number))
        return false;
    if (format != XLSX_AS_NUMBER && date_text(out, arena, number, format, from_1904))
        return true;
    bool whole = number == floor(number) && fabs(number) < whole_max;
    out->kind = XLSX_NUMBER;
    out->text = str_of(arena_printf(arena, whole ? "%.0f" : "%.15g", number));
    return true;
}
