/* Weekdays and clock times as people write them. */
#include "publish/hsds_tidy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct words_case {
    const char *words;
    const char *wanted; /* NULL: not understood */
};

static void weekdays_are_read_in_words(void **state)
{
    static const struct words_case cases[] = {
        { "Monday - Friday", "MO,TU,WE,TH,FR" },
        { "Mon, Wed and Fri", "MO,WE,FR" },
        { "mo-fr", "MO,TU,WE,TH,FR" },
        { "Friday to Monday", "MO,FR,SA,SU" },
        { "Tuesdays", "TU" },
        { "Tues & Thurs", "TU,TH" },
        { "weekdays", "MO,TU,WE,TH,FR" },
        { "Weekends", "SA,SU" },
        { "daily", "MO,TU,WE,TH,FR,SA,SU" },
        { "Mon\xE2\x80\x93Wed; Sat", "MO,TU,WE,SA" },
        { "7", "SU" },
        { "SU", "SU" },
        { "", NULL },
        { "8", NULL },
        { "0", NULL },
        { "first Monday", NULL },
        { "Monday -", NULL },
        { "- Friday", NULL },
        { "Mon - - Fri", NULL },
        { "and Monday", NULL },
        { "M", NULL },
        { "by arrangement", NULL },
        { "Mondayish", NULL },
        { "2TU", NULL },
        { "Mon (not holidays)", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char days[24] = "";
        bool read = hsds_weekdays(days, str_of(cases[i].words));
        if (read != (cases[i].wanted != NULL))
            fail_msg("\"%s\" gave %s", cases[i].words, days);
        if (read)
            assert_string_equal(days, cases[i].wanted);
    }
}

static void clock_times_are_read_in_words(void **state)
{
    static const struct words_case cases[] = {
        { "9h30", "09:30" }, { "9h", "09:00" },
        { "20H", "20:00" },  { "9.30", "09:30" },
        { "9 am", "09:00" }, { "5.30 p.m.", "17:30" },
        { "12am", "00:00" }, { "12 pm", "12:00" },
        { "0930", "09:30" }, { "930", "09:30" },
        { "noon", "12:00" }, { "midnight", "00:00" },
        { "24h", "00:00" },  { "17:05", "17:05" },
        { "", NULL },        { "9", NULL },
        { "25h", NULL },     { "9h75", NULL },
        { "13 pm", NULL },   { "0 am", NULL },
        { "9-12", NULL },    { "9:30-12", NULL },
        { "soon", NULL },    { "9:30:15:00", NULL },
        { "am", NULL },      { "h", NULL },
        { "99999", NULL },   { "9h30 and later on demand", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char time[8] = "";
        bool read = hsds_clock_time(time, str_of(cases[i].words));
        if (read != (cases[i].wanted != NULL))
            fail_msg("\"%s\" gave %s", cases[i].words, time);
        if (read)
            assert_string_equal(time, cases[i].wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekdays_are_read_in_words),
        cmocka_unit_test(clock_times_are_read_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
