#include "publish/words.h"

#include <assert.h>
#include <string.h>

bool words_part(enum step_part *out, const char *word)
{
    static const char *const parts[] = { [STEP_DAY] = "day", [STEP_WEEK] = "week", [STEP_MONTH] = "month" };
    static_assert(COUNT(parts) == STEP_PART_COUNT, "each part needs a word");
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (strcmp(word, parts[i]) == 0) {
            *out = (enum step_part)i;
            return true;
        }
    }
    return false;
}

bool words_severity(enum notice_severity *out, const char *word)
{
    static const char *const severities[] = {
        [NOTICE_INFO] = "info", [NOTICE_WARNING] = "warning", [NOTICE_URGENT] = "urgent"
    };
    static_assert(COUNT(severities) == NOTICE_SEVERITY_COUNT, "each severity needs a word");
    for (size_t i = 0; i < COUNT(severities); i++) {
        if (strcmp(word, severities[i]) == 0) {
            *out = (enum notice_severity)i;
            return true;
        }
    }
    return false;
}
