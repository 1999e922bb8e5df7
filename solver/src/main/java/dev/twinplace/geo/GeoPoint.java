package dev.twinplace.geo;

import dev.twinplace.model.InvalidValueException;

/**
 * A place on Earth.
 *
 * @param latitude degrees north, in [−90, 90]
 * @param longitude degrees east, in [−180, 180]
 */
public record GeoPoint(double latitude, double longitude) {
    public static final int MAX_LATITUDE = 90;
    public static final int MAX_LONGITUDE = 180;

    public GeoPoint {
        requireWithin("latitude", MAX_LATITUDE, latitude);
        requireWithin("longitude", MAX_LONGITUDE, longitude);
    }

    private static void requireWithin(String field, int limit, double value) {
        if (!(Math.abs(value) <= limit)) {
            throw new InvalidValueException(field, "must be in [-" + limit + ", " + limit + "], but was " + value);
        }
    }
}
