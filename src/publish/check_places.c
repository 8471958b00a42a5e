/* Places that lie outside the city: as far from every kiosk as nobody would go. A digit is wrong, or latitude and
 * longitude have changed places. */
#include "content/geo.h"
#include "publish/checks.h"
#include "publish/owners.h"

#include <string.h>

static struct geo place_of(const struct table *table, const struct row *row)
{
    struct geo place = { 0 };
    place.known = str_to_double(str_of(row_get(table, row, "latitude")), &place.latitude) &&
                  str_to_double(str_of(row_get(table, row, "longitude")), &place.longitude) && place.latitude >= -90 &&
                  place.latitude <= 90 && place.longitude >= -180 && place.longitude <= 180;
    return place;
}

/* In kilometres; negative when no kiosk says where it stands. */
static double nearest_kiosk(const struct source *source, struct geo place)
{
    const struct table *kiosks = &source->tables[TABLE_KIOSKS];
    double nearest = -1;
    for (size_t i = 0; i < kiosks->count; i++) {
        struct geo kiosk = place_of(kiosks, &kiosks->rows[i]);
        double distance = kiosk.known ? geo_distance_m(kiosk, place) / 1000 : -1;
        if (distance >= 0 && (nearest < 0 || distance < nearest))
            nearest = distance;
    }
    return nearest;
}

static bool is_swapped(const struct source *source, struct geo place)
{
    struct geo swapped = { true, place.longitude, place.latitude };
    return swapped.latitude >= -90 && swapped.latitude <= 90 &&
           nearest_kiosk(source, swapped) <= source->manifest.radius_km;
}

void check_places(const struct source *source, struct findings *findings)
{
    const struct table *locations = &source->tables[TABLE_LOCATIONS];
    for (size_t i = 0; i < locations->count; i++) {
        const struct row *row = &locations->rows[i];
        struct geo place = place_of(locations, row);
        double distance = place.known && location_is_place(locations, row) ? nearest_kiosk(source, place) : -1;
        if (distance > source->manifest.radius_km)
            finding_add(findings, RULE_OUTSIDE_THE_CITY, row_spot(locations, row, "latitude"),
                        "the place is %.0f km from the nearest kiosk%s: %s", distance,
                        is_swapped(source, place) ? " (latitude and longitude look swapped)" : "",
                        row_get(locations, row, "name"));
    }
}
