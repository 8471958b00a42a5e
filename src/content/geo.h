/* Distances and directions on the globe (spherical, good to half a percent, which walking does not notice). */
#ifndef MAISON_CONTENT_GEO_H
#define MAISON_CONTENT_GEO_H

#include "base/def.h"

/* WGS 84 decimal degrees. */
struct geo {
    bool known;
    double latitude;
    double longitude;
};

enum geo_compass {
    GEO_NORTH,
    GEO_NORTH_EAST,
    GEO_EAST,
    GEO_SOUTH_EAST,
    GEO_SOUTH,
    GEO_SOUTH_WEST,
    GEO_WEST,
    GEO_NORTH_WEST,
    GEO_COMPASS_COUNT
};

/* Metres between two known places. */
double geo_distance_m(struct geo from, struct geo to);

/* The initial bearing as one of eight directions. */
enum geo_compass geo_direction(struct geo from, struct geo to);

#endif
