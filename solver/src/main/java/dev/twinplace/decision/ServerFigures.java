package dev.twinplace.decision;

/**
 * One server in an answer.
 *
 * @param server its id or index
 * @param twins how many run on it
 * @param load how much of the question's resource they take
 * @param capacity how much the server can take; infinite if unlimited, also where the coupling ignores a capacity
 */
public record ServerFigures(String server, int twins, double load, double capacity) {}
