package dev.twinplace.exact.conflict;

import java.util.Arrays;

/**
 * Something that servers have so much of: a resource, or places for the twins of a separate group, of which every server has
 * one.
 */
final class PackingDimension {
    private final Rule.Kind kind;
    private final String name;
    private final double[] demand;
    private final int stride;
    private final double[] limit;
    private final int[] rule;

    /**
     * Keeps its arguments.
     *
     * @param kind {@link Rule.Kind#CAPACITY} or {@link Rule.Kind#SEPARATE}
     * @param name of the resource or group
     * @param demand of each twin, twin · stride + server
     * @param stride the number of servers, or 1 if a twin demands the same of every server
     * @param limit by server: the largest load that counts as within what there is; may be infinite
     * @param rule by server: the rule that says so; {@link RuleBook#NONE} where there is none
     */
    PackingDimension(Rule.Kind kind, String name, double[] demand, int stride, double[] limit, int[] rule) {
        this.kind = kind;
        this.name = name;
        this.demand = demand;
        this.stride = stride;
        this.limit = limit;
        this.rule = rule;
    }

    boolean isResource() {
        return kind == Rule.Kind.CAPACITY;
    }

    String name() {
        return name;
    }

    double demand(int twin, int server) {
        return demand[stride == 1 ? twin : twin * stride + server];
    }

    int stride() {
        return stride;
    }

    double limit(int server) {
        return limit[server];
    }

    /** Whether any server has a limit. O(R). */
    boolean isLimited() {
        return Arrays.stream(limit).anyMatch(each -> each != Double.POSITIVE_INFINITY);
    }

    /** The sum of the limits that are finite. O(R). */
    double totalLimit() {
        return Arrays.stream(limit)
                .filter(each -> each != Double.POSITIVE_INFINITY)
                .sum();
    }

    /** The rule that limits a server; {@link RuleBook#NONE} if none does. */
    int rule(int server) {
        return rule[server];
    }
}
