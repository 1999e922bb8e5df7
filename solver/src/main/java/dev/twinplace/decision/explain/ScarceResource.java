package dev.twinplace.decision.explain;

/**
 * What a server has too little of.
 *
 * @param server id, or index as text
 * @param resource its name; {@code processor} where twins slow one another down
 * @param free how much of it the placement leaves; infinite for a processor, which is shared
 * @param price what one more unit is worth in cost, >= 0: for a capacity, its multiplier in a lower bound; for a
 *     processor, what one more MB of work there costs the twins that share it
 */
public record ScarceResource(String server, String resource, double free, double price) {}
