package dev.twinplace.exact.agreement;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The truth about a small instance: all placements within capacity, in exact decimal arithmetic. O(R^M·M). */
final class PlainBruteForce implements Oracle {
    @Override
    public Claim solve(PlainInstance instance) {
        Search search = new Search(instance);
        search.place(0);
        return new Claim(
                "brute force",
                search.best == null ? SolveStatus.INFEASIBLE : SolveStatus.OPTIMAL,
                Optional.ofNullable(search.placement),
                Optional.ofNullable(search.best),
                0);
    }

    private static final class Search {
        final PlainInstance instance;
        final int[] serverOf;
        final BigDecimal[] load;
        BigDecimal best;
        Placement placement;

        Search(PlainInstance instance) {
            this.instance = instance;
            serverOf = new int[instance.twins()];
            load = new BigDecimal[instance.servers()];
            Arrays.fill(load, BigDecimal.ZERO);
        }

        void place(int twin) {
            if (twin == serverOf.length) {
                look();
                return;
            }
            for (int s = 0; s < load.length; s++) {
                BigDecimal before = load[s];
                load[s] = before.add(instance.demand[twin][s]);
                if (instance.capacity[s] == null || load[s].compareTo(instance.capacity[s]) <= 0) {
                    serverOf[twin] = s;
                    place(twin + 1);
                }
                load[s] = before;
            }
        }

        private void look() {
            BigDecimal cost = instance.objective(serverOf);
            if (best == null || cost.compareTo(best) < 0) {
                best = cost;
                placement = Placement.of(serverOf);
            }
        }
    }
}
