#include "text/zone.h"

#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#define NAME_MAX_LENGTH 64
#define MS_PER_DAY 86400000

/* The calendar only tells the offset; dates are our own arithmetic, so that the Gregorian reform of ICU's
 * calendar never shows. */
struct zone {
    UCalendar *calendar;
};

bool zone_open(struct zone **out, const char *name, struct err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar id[NAME_MAX_LENGTH];
    UChar canonical[NAME_MAX_LENGTH];
    int32_t length = 0;
    UBool is_system = false;

    u_strFromUTF8(id, COUNT(id), &length, name, -1, &status);
    ucal_getCanonicalTimeZoneID(id, length, canonical, COUNT(canonical), &is_system, &status);
    if (U_FAILURE(status) || !is_system)
        return err_set(err, ERR_FORMAT, "\"%s\" is not an IANA time zone", name);
    UCalendar *calendar = ucal_open(id, length, "und", UCAL_GREGORIAN, &status);
    if (U_FAILURE(status))
        return err_set(err, ERR_IO, "time zone \"%s\" can't be opened: %s", name, u_errorName(status));
    struct zone *zone = calloc(1, sizeof(*zone));
    if (!zone) {
        ucal_close(calendar);
        return err_set(err, ERR_IO, "out of memory");
    }
    zone->calendar = calendar;
    *out = zone;
    return true;
}

void zone_close(struct zone *zone)
{
    if (!zone)
        return;
    ucal_close(zone->calendar);
    free(zone);
}

void zone_closep(struct zone **zone)
{
    zone_close(*zone);
}

static int64_t offset_ms(const struct zone *zone, int64_t unix_ms)
{
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(zone->calendar, (UDate)unix_ms, &status);
    int64_t offset = ucal_get(zone->calendar, UCAL_ZONE_OFFSET, &status);
    offset += ucal_get(zone->calendar, UCAL_DST_OFFSET, &status);
    return U_SUCCESS(status) ? offset : 0;
}

struct civil zone_civil(const struct zone *zone, int64_t unix_ms)
{
    int64_t local = unix_ms + offset_ms(zone, unix_ms);
    int64_t days = local / MS_PER_DAY;
    int64_t rest = local % MS_PER_DAY;
    if (rest < 0) {
        rest += MS_PER_DAY;
        days--;
    }
    struct civil civil = civil_from_days(days);
    int seconds = (int)(rest / 1000);
    civil.hour = seconds / 3600;
    civil.minute = seconds / 60 % 60;
    civil.second = seconds % 60;
    return civil;
}

int zone_offset_minutes(const struct zone *zone, int64_t unix_ms)
{
    return (int)(offset_ms(zone, unix_ms) / 60000);
}
