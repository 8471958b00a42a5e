#include "text/zone.h"

#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#define NAME_MAX_LENGTH 64
#define MS_PER_DAY 86400000
#define MS_PER_MINUTE 60000

/* As far as opening hours are told ahead, and some. */
#define SIGHT_DAYS 32

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

/* When the offset changes: the last time up to that moment, or the next. False: never. */
static bool transition(const struct zone *zone, UTimeZoneTransitionType which, int64_t unix_ms, int64_t *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UDate when = 0;
    ucal_setMillis(zone->calendar, (UDate)unix_ms, &status);
    if (!ucal_getTimeZoneTransitionDate(zone->calendar, which, &when, &status) || U_FAILURE(status))
        return false;
    *out = (int64_t)when;
    return true;
}

static int64_t floor_minutes(int64_t ms)
{
    return ms / MS_PER_MINUTE - (ms % MS_PER_MINUTE < 0 ? 1 : 0);
}

static struct clock_shift shift_about(const struct zone *zone, int64_t unix_ms, int64_t offset)
{
    struct clock_shift shift = { 0 };
    int64_t when;
    if (transition(zone, UCAL_TZ_TRANSITION_PREVIOUS_INCLUSIVE, unix_ms, &when)) {
        int64_t before = offset_ms(zone, when - 1);
        if (before > offset && when + before > unix_ms + offset)
            shift.repeats_until = floor_minutes(when + before);
    }
    if (transition(zone, UCAL_TZ_TRANSITION_NEXT, unix_ms, &when) &&
        when - unix_ms < SIGHT_DAYS * (int64_t)MS_PER_DAY) {
        shift.at = floor_minutes(when + offset);
        shift.minutes = (int)((offset_ms(zone, when) - offset) / MS_PER_MINUTE);
    }
    return shift;
}

struct civil zone_civil(const struct zone *zone, int64_t unix_ms)
{
    int64_t offset = offset_ms(zone, unix_ms);
    int64_t local = unix_ms + offset;
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
    civil.shift = shift_about(zone, unix_ms, offset);
    return civil;
}

int zone_offset_minutes(const struct zone *zone, int64_t unix_ms)
{
    return (int)(offset_ms(zone, unix_ms) / 60000);
}

int zone_wall_offset_minutes(const struct zone *zone, struct civil wall)
{
    int64_t minutes = civil_days(wall.year, wall.month, wall.day) * 1440 + wall.hour * 60 + wall.minute;
    int64_t as_utc = minutes * MS_PER_MINUTE;
    int64_t before = offset_ms(zone, as_utc - MS_PER_DAY);
    int64_t after = offset_ms(zone, as_utc + MS_PER_DAY);
    bool is_after = offset_ms(zone, as_utc - before) != before && offset_ms(zone, as_utc - after) == after;
    return (int)((is_after ? after : before) / MS_PER_MINUTE);
}
