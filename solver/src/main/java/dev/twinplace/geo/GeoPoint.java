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

    /** The length of the great circle to another place, by the haversine formula. */
    public double metresTo(GeoPoint other) {
        double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double cosines = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
        double square = Math.min(1, north * north + cosines * east * east);
        return 2 * LocalProjection.EARTH_RADIUS_METRES * Math.asin(Math.sqrt(square));
    }
}
