package dev.twinplace.geo;

import java.util.Collection;

/**
 * Degrees to metres on a plane, for places a city apart: equirectangular about the middle of their bounding box, origin in
 * its south-west corner. A box may lie across the date line, but not be wider than half the Earth.
 *
 * <p>Distances from north to south are exact on a sphere. From east to west they err as cos(latitude) changes over the box:
 * relatively by at most tan(latitude)·h/(2R) for a box of height h, that is 0.06 % for 10 km at 38° of latitude.
 */
public final class LocalProjection {
    /** Mean radius of the Earth, IUGG. */
    static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private static final double FULL_TURN = 360;

    private final double south;
    private final double reference;
    private final double westOfReference;
    private final double metresPerRadianEast;

    /**
     * The projection for these places.
     *
     * @param places at least one
     */
    public LocalProjection(Collection<GeoPoint> places) {
        south = places.stream().mapToDouble(GeoPoint::latitude).min().orElseThrow();
        double north = places.stream().mapToDouble(GeoPoint::latitude).max().orElseThrow();
        reference = places.iterator().next().longitude();
        westOfReference =
                places.stream().mapToDouble(this::eastOfReference).min().orElseThrow();
        metresPerRadianEast = EARTH_RADIUS_METRES * Math.cos(Math.toRadians((south + north) / 2));
    }

    private double eastOfReference(GeoPoint place) {
        return Math.IEEEremainder(place.longitude() - reference, FULL_TURN);
    }

    /** Metres east of the origin. */
    public double x(GeoPoint place) {
        return metresPerRadianEast * Math.toRadians(eastOfReference(place) - westOfReference);
    }

    /** Metres north of the origin. */
    public double y(GeoPoint place) {
        return EARTH_RADIUS_METRES * Math.toRadians(place.latitude() - south);
    }
}
