package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All rules of a problem by what they act on. Twins and servers by index; a cell is twin · servers + server; {@link #NONE}
 * where there is no rule.
 */
final class RuleBook {
    /** Stands for no rule. */
    static final int NONE = -1;

    private final int twins;
    private final int servers;
    private final String resource;
    private final List<Rule> rules = new ArrayList<>();
    private final int[][] bars;
    private final int[] placed;
    private final int[] capacityRule;
    private final int[] togetherRule;
    private final double[] capacity;
    private final double[] demand;

    RuleBook(int twins, int servers, String resource) {
        this.twins = twins;
        this.servers = servers;
        this.resource = resource;
        bars = new int[twins * servers][0];
        placed = filled(twins);
        capacityRule = filled(servers);
        togetherRule = filled(twins);
        capacity = new double[servers];
        demand = new double[twins * servers];
        Arrays.fill(capacity, Double.POSITIVE_INFINITY);
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    private int add(Rule rule) {
        rules.add(rule);
        return rules.size() - 1;
    }

    /** A rule that bars a twin, or all twins, from the servers that {@link #bar} then names. */
    int addBar(Rule rule) {
        return add(rule);
    }

    void bar(int rule, int twin, int server) {
        int cell = twin * servers + server;
        bars[cell] = Arrays.copyOf(bars[cell], bars[cell].length + 1);
        bars[cell][bars[cell].length - 1] = rule;
    }

    void addPlaced(int twin, String text) {
        placed[twin] = add(Rule.ofTwin(Rule.Kind.PLACED, twin, text));
    }

    /** @param limit the largest load that counts as within the capacity; infinite for none, which is no rule */
    void addCapacity(int server, double limit, String text) {
        if (limit != Double.POSITIVE_INFINITY) {
            capacity[server] = limit;
            capacityRule[server] = add(Rule.ofCapacity(server, resource, text));
        }
    }

    void addTogether(int group, int[] members, String text) {
        int rule = add(Rule.ofGroup(group, text));
        for (int m : members) {
            togetherRule[m] = rule;
        }
    }

    void setDemand(int twin, int server, double amount) {
        demand[twin * servers + server] = amount;
    }

    int twins() {
        return twins;
    }

    int servers() {
        return servers;
    }

    String resource() {
        return resource;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rules that bar a twin from a server. */
    int[] bars(int twin, int server) {
        return bars[twin * servers + server];
    }

    /** That the twin must be placed; {@link #NONE} if it need not. */
    int placed(int twin) {
        return placed[twin];
    }

    int capacityRule(int server) {
        return capacityRule[server];
    }

    /** The group of a twin that must be together. */
    int togetherRule(int twin) {
        return togetherRule[twin];
    }

    double capacity(int server) {
        return capacity[server];
    }

    double demand(int twin, int server) {
        return demand[twin * servers + server];
    }
}
