#include "content/geo.h"

#include <math.h>

#define EARTH_RADIUS_M 6371008.8 /* the mean radius */
#define RADIANS_PER_DEGREE 0.017453292519943295
#define SECTOR_DEGREES (360.0 / GEO_COMPASS_COUNT)

/* Haversine: keeps its digits when the places are a street apart. */
double geo_distance_m(struct geo from, struct geo to)
{
    double from_latitude = from.latitude * RADIANS_PER_DEGREE;
    double to_latitude = to.latitude * RADIANS_PER_DEGREE;
    double half_up = sin((to_latitude - from_latitude) / 2);
    double half_across = sin((to.longitude - from.longitude) * RADIANS_PER_DEGREE / 2);
    double h = half_up * half_up + cos(from_latitude) * cos(to_latitude) * half_across * half_across;
    return 2 * EARTH_RADIUS_M * asin(fmin(1, sqrt(h)));
}

enum geo_compass geo_direction(struct geo from, struct geo to)
{
    double from_latitude = from.latitude * RADIANS_PER_DEGREE;
    double to_latitude = to.latitude * RADIANS_PER_DEGREE;
    double across = (to.longitude - from.longitude) * RADIANS_PER_DEGREE;
    double east = sin(across) * cos(to_latitude);
    double north = cos(from_latitude) * sin(to_latitude) - sin(from_latitude) * cos(to_latitude) * cos(across);
    double degrees = atan2(east, north) / RADIANS_PER_DEGREE;
    int sector = (int)lround((degrees + 360) / SECTOR_DEGREES);
    return (enum geo_compass)(sector % GEO_COMPASS_COUNT);
}
