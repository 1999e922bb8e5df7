package dev.twinplace.geo;

/**
 * Where an edge server can stand.
 *
 * @param id unique among the sites
 * @param place on Earth
 */
public record Site(String id, GeoPoint place) {}
