package dev.twinplace.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Demands and capacities of resources other than the workload. One more resource changes none of the others. */
final class FurtherResources {
    /** In this order. */
    static final List<String> NAMES =
            List.of("memoryGB", "cpuCores", "diskGB", "networkMbps", "gpuMemoryGB", "connections", "licences");

    private static final double SHARE_OF_TWINS = 0.7;
    private static final int MIN_TENTHS = 5;
    private static final int MAX_TENTHS = 160;
    private static final double TENTHS = 10;

    /** By resource and twin; 0 where the twin demands none. */
    private final List<double[]> demands = new ArrayList<>();

    /** Draws the demands for the first {@code count} of the names. */
    FurtherResources(int count, int twins, SplittableRandom random) {
        for (int k = 0; k < count; k++) {
            SplittableRandom own = random.split();
            double[] demand = new double[twins];
            for (int m = 0; m < twins; m++) {
                boolean isDemanded = k == 0 || own.nextDouble() < SHARE_OF_TWINS;
                double drawn = own.nextInt(MIN_TENTHS, MAX_TENTHS + 1) / TENTHS;
                demand[m] = isDemanded ? drawn : 0;
            }
            demands.add(demand);
        }
    }

    /** What a twin demands, by name. */
    Map<String, Double> demands(int twin) {
        Map<String, Double> byName = new TreeMap<>();
        for (int k = 0; k < demands.size(); k++) {
            if (demands.get(k)[twin] > 0) {
                byName.put(NAMES.get(k), demands.get(k)[twin]);
            }
        }
        return byName;
    }

    /** Room for the twins that are planted on a server; a server that is down has its share of all. */
    Map<String, Double> capacities(int server, int down, int[] planted, int servers) {
        Map<String, Double> byName = new TreeMap<>();
        for (int k = 0; k < demands.size(); k++) {
            double load = 0;
            double total = 0;
            for (int m = 0; m < planted.length; m++) {
                total += demands.get(k)[m];
                load += planted[m] == server ? demands.get(k)[m] : 0;
            }
            byName.put(NAMES.get(k), OperatorRules.roomy(server == down ? total / servers : load));
        }
        return byName;
    }
}
