package dev.twinplace.decision;

/**
 * What the twins on one server take of one resource.
 *
 * @param resource its name, with its unit where there is one
 * @param load how much they take
 * @param capacity how much there is; infinite if unlimited, also where the coupling ignores a capacity
 */
public record ResourceLoad(String resource, double load, double capacity) {}
