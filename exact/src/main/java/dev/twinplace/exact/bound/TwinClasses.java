package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Twins that are alike in everything but side constraints: costs and demands on all servers, weight, work. Exchanging them changes
 * neither costs nor loads.
 *
 * @param members the twins of each class, in index order; classes in the order of their first twins
 */
record TwinClasses(List<List<Integer>> members) {
    /**
     * Groups the twins, unless there are more classes than {@code limit}: then there are none. O(M·R), and O(M·limit) before
     * it gives up.
     */
    static TwinClasses of(PlacementProblem problem, int limit) {
        Map<Integer, List<List<Integer>>> byHash = new HashMap<>();
        List<List<Integer>> classes = new ArrayList<>();
        for (int m = 0; m < problem.twins(); m++) {
            List<List<Integer>> alike = byHash.computeIfAbsent(hash(problem, m), h -> new ArrayList<>());
            List<Integer> own = find(problem, m, alike);
            if (own == null) {
                if (classes.size() == limit) {
                    return new TwinClasses(List.of());
                }
                own = new ArrayList<>();
                alike.add(own);
                classes.add(own);
            }
            own.add(m);
        }
        return new TwinClasses(classes);
    }

    private static int hash(PlacementProblem problem, int twin) {
        int last = problem.servers() - 1;
        return Double.hashCode(problem.cost(twin, 0) + 0.0)
                + 31 * Double.hashCode(problem.cost(twin, last) + 0.0)
                + 63 * Double.hashCode(problem.demand(twin, 0) + 0.0)
                + 127 * Double.hashCode(problem.work(twin) + 0.0);
    }

    private static List<Integer> find(PlacementProblem problem, int twin, List<List<Integer>> classes) {
        for (List<Integer> members : classes) {
            if (areAlike(problem, members.get(0), twin)) {
                return members;
            }
        }
        return null;
    }

    private static boolean areAlike(PlacementProblem problem, int m, int n) {
        boolean alike = problem.weight(m) == problem.weight(n) && problem.work(m) == problem.work(n);
        for (int s = 0; s < problem.servers() && alike; s++) {
            alike = problem.cost(m, s) == problem.cost(n, s) && problem.demand(m, s) == problem.demand(n, s);
        }
        return alike;
    }

    int count() {
        return members.size();
    }

    /** One twin of a class, which stands for all. */
    int representative(int index) {
        return members.get(index).get(0);
    }

    int size(int index) {
        return members.get(index).size();
    }
}
