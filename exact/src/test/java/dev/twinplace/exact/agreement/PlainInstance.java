package dev.twinplace.exact.agreement;

import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A problem in decimal numbers, as people write it, and what a placement of it costs in exact arithmetic. The harness takes
 * its truth from here and from nothing else: no limit on loads, no tolerance, no reader is shared with the solvers.
 *
 * <p>Matrices are twins × servers. Costs are those of the file; with {@link Sense#MAX} the objective is their negative.
 * Instances are not changed once they are made.
 */
final class PlainInstance {
    final String name;
    final Sense sense;
    final BigDecimal[][] cost;
    final BigDecimal[][] demand;

    /** Of each server; null where there is none. */
    final BigDecimal[] capacity;

    final PlainContention contention;

    PlainInstance(
            String name,
            Sense sense,
            BigDecimal[][] cost,
            BigDecimal[][] demand,
            BigDecimal[] capacity,
            PlainContention contention) {
        this.name = name;
        this.sense = sense;
        this.cost = cost;
        this.demand = demand;
        this.capacity = capacity;
        this.contention = contention;
    }

    int twins() {
        return cost.length;
    }

    int servers() {
        return capacity.length;
    }

    boolean hasContention() {
        return contention.isAnywhere();
    }

    /** What is minimised, of one twin: the cost, negated where the sense is to maximise. */
    BigDecimal objective(int twin, int server) {
        return sense == Sense.MAX ? cost[twin][server].negate() : cost[twin][server];
    }

    /** Whether the twin alone is within the server's capacity. */
    boolean fits(int twin, int server) {
        return capacity[server] == null || demand[twin][server].compareTo(capacity[server]) <= 0;
    }

    /** The least objective of a twin over the servers that it fits on; null if there is none. */
    BigDecimal offset(int twin) {
        BigDecimal least = null;
        for (int s = 0; s < servers(); s++) {
            if (fits(twin, s) && (least == null || objective(twin, s).compareTo(least) < 0)) {
                least = objective(twin, s);
            }
        }
        return least;
    }

    /** Σ of the offsets of all twins, each of which must fit somewhere. */
    BigDecimal offsets() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int m = 0; m < twins(); m++) {
            sum = sum.add(offset(m));
        }
        return sum;
    }

    /** Whether no server is over its capacity, to the last digit. */
    boolean isFeasible(int[] serverOf) {
        BigDecimal[] load = new BigDecimal[servers()];
        for (int m = 0; m < twins(); m++) {
            int s = serverOf[m];
            load[s] = load[s] == null ? demand[m][s] : load[s].add(demand[m][s]);
        }
        for (int s = 0; s < servers(); s++) {
            if (load[s] != null && capacity[s] != null && load[s].compareTo(capacity[s]) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The exact objective of a placement, contention included. */
    BigDecimal objective(int[] serverOf) {
        BigDecimal sum = contention.cost(serverOf);
        for (int m = 0; m < twins(); m++) {
            sum = sum.add(objective(m, serverOf[m]));
        }
        return sum;
    }

    /** Σ of the absolute terms of a placement's objective: what rounding errors of sums are relative to. */
    BigDecimal magnitude(int[] serverOf) {
        BigDecimal sum = contention.cost(serverOf);
        for (int m = 0; m < twins(); m++) {
            sum = sum.add(cost[m][serverOf[m]].abs());
        }
        return sum;
    }

    /** Whether every objective is a whole number below 2^53, so that solvers have to be exact. */
    boolean isWhole() {
        BigDecimal largest = BigDecimal.ZERO;
        for (BigDecimal[] row : cost) {
            BigDecimal ofTwin = BigDecimal.ZERO;
            for (BigDecimal value : row) {
                if (value.stripTrailingZeros().scale() > 0) {
                    return false;
                }
                ofTwin = ofTwin.max(value.abs());
            }
            largest = largest.add(ofTwin);
        }
        return !hasContention() && largest.compareTo(BigDecimal.valueOf(1L << 53)) < 0;
    }

    /** The problem for our solvers: read from text in OR-Library's format where that can express it, otherwise built. */
    PlacementProblem toProblem() {
        return PlainText.isExpressible(this)
                ? OrLibraryReader.read(
                        name,
                        new ByteArrayInputStream(PlainText.orLibrary(this).getBytes(StandardCharsets.UTF_8)),
                        sense)
                : built();
    }

    private PlacementProblem built() {
        PlacementProblemBuilder builder = PlacementProblem.builder(twins(), servers());
        for (int m = 0; m < twins(); m++) {
            builder.weight(m, contention.weight(m).doubleValue());
            builder.work(m, contention.work(m).doubleValue());
            for (int s = 0; s < servers(); s++) {
                builder.cost(m, s, objective(m, s).doubleValue());
                builder.demand(m, s, demand[m][s].doubleValue());
            }
        }
        for (int s = 0; s < servers(); s++) {
            builder.contention(s, contention.factor(s).doubleValue());
            if (capacity[s] != null) {
                builder.capacity(s, capacity[s].doubleValue());
            }
        }
        return builder.build();
    }
}
