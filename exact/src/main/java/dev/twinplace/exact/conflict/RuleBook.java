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
    private final List<Rule> rules = new ArrayList<>();
    private final List<PackingDimension> dimensions = new ArrayList<>();
    private final int[][] bars;
    private final int[] placed;
    private final int[] togetherRule;
    private final int[] latencyRule;
    private final double[] work;

    /** By cell; empty while none is known. */
    private double[] workLimit = new double[0];

    RuleBook(int twins, int servers) {
        this.twins = twins;
        this.servers = servers;
        bars = new int[twins * servers][0];
        placed = noRules(twins);
        togetherRule = noRules(twins);
        latencyRule = noRules(twins);
        work = new double[twins];
    }

    private static int[] noRules(int length) {
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

    /**
     * Adds a resource, and a rule for each server that has a limit of it.
     *
     * @param demand see {@link PackingDimension#demand}; kept, as the limits
     * @param texts of the rules, by server
     */
    void addResource(String name, double[] demand, int stride, double[] limit, List<String> texts) {
        int[] rule = noRules(servers);
        for (int s = 0; s < servers; s++) {
            if (limit[s] != Double.POSITIVE_INFINITY) {
                rule[s] = add(Rule.ofCapacity(s, name, texts.get(s)));
            }
        }
        dimensions.add(new PackingDimension(Rule.Kind.CAPACITY, name, demand, stride, limit, rule));
    }

    void addTogether(int group, int[] members, String text) {
        int rule = add(Rule.ofGroup(Rule.Kind.TOGETHER, group, text));
        for (int m : members) {
            togetherRule[m] = rule;
        }
    }

    void addSeparate(int group, int[] members, String text) {
        int[] rule = new int[servers];
        Arrays.fill(rule, add(Rule.ofGroup(Rule.Kind.SEPARATE, group, text)));
        double[] demand = new double[twins];
        for (int m : members) {
            demand[m] = 1;
        }
        double[] one = new double[servers];
        Arrays.fill(one, 1);
        dimensions.add(new PackingDimension(Rule.Kind.SEPARATE, "groups[" + group + "]", demand, 1, one, rule));
    }

    /** The work that a twin brings to its server. */
    void setWork(int twin, double amount) {
        work[twin] = amount;
    }

    /** The work on a server, its own included, that a twin tolerates there because of its rule about latency. */
    void addWorkLimit(int rule, int twin, int server, double limit) {
        if (workLimit.length == 0) {
            workLimit = new double[twins * servers];
            Arrays.fill(workLimit, Double.POSITIVE_INFINITY);
        }
        latencyRule[twin] = rule;
        workLimit[twin * servers + server] = limit;
    }

    int twins() {
        return twins;
    }

    int servers() {
        return servers;
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

    /** The group of a twin that must be together. */
    int togetherRule(int twin) {
        return togetherRule[twin];
    }

    /** That the twin tolerates only so much work beside it; {@link #NONE} if it tolerates any. */
    int latencyRule(int twin) {
        return latencyRule[twin];
    }

    double work(int twin) {
        return work[twin];
    }

    double workLimit(int twin, int server) {
        return workLimit.length == 0 ? Double.POSITIVE_INFINITY : workLimit[twin * servers + server];
    }

    /** Resources, then separate groups. */
    List<PackingDimension> dimensions() {
        return dimensions;
    }

    /** What a twin demands of resources, each as a share of all that is limited. O(R) for each resource. */
    double size(int twin) {
        double size = 0;
        for (PackingDimension dimension : dimensions) {
            double total = dimension.totalLimit();
            size += dimension.isResource() && total > 0 ? dimension.demand(twin, 0) / total : 0;
        }
        return size;
    }
}
