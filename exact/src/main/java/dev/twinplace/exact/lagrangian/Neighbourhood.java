package dev.twinplace.exact.lagrangian;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.bound.ReducedCosts;
import dev.twinplace.exact.part.SideOfPart;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.problem.ProblemView;

/**
 * A part of a problem: some twins, which may go to some servers; everything else stays where it is. What stays takes its share
 * of the capacities, and its contention with a twin adds to the costs of that twin.
 */
final class Neighbourhood {
    private final PlacementProblem problem;
    private final int[] twins;
    private final int[] servers;
    private final Placement present;

    private Neighbourhood(PlacementProblem problem, int[] twins, int[] servers, Placement present) {
        this.problem = problem;
        this.twins = twins;
        this.servers = servers;
        this.present = present;
    }

    /**
     * Cuts a part out of a complete placement, whose twins of the part are on servers of the part.
     *
     * @param maxReducedCost a twin may stay, or go to servers of no larger reduced cost, and to those without a capacity
     */
    static Neighbourhood of(
            IncrementalCost placement, int[] twins, int[] servers, ReducedCosts prices, double maxReducedCost) {
        ProblemView whole = placement.problem();
        PlacementProblemBuilder part = PlacementProblem.builder(twins.length, servers.length);
        for (int i = 0; i < twins.length; i++) {
            part.weight(i, whole.weight(twins[i])).work(i, whole.work(twins[i]));
        }
        int[] serverOf = new int[twins.length];
        for (int j = 0; j < servers.length; j++) {
            int s = servers[j];
            double weight = placement.weightOn(s);
            double work = placement.workOn(s);
            double load = placement.loadOn(s);
            for (int i = 0; i < twins.length; i++) {
                if (placement.serverOf(twins[i]) == s) {
                    serverOf[i] = j;
                    weight -= whole.weight(twins[i]);
                    work -= whole.work(twins[i]);
                    load -= whole.demand(twins[i], s);
                }
            }
            double capacity = Math.max(0, whole.capacity(s) - load);
            part.capacity(j, capacity).contention(j, whole.contention(s));
            for (int i = 0; i < twins.length; i++) {
                int m = twins[i];
                double contention = whole.contention(s) * (whole.weight(m) * work + whole.work(m) * weight);
                boolean barred = placement.serverOf(m) != s
                        && capacity != Double.POSITIVE_INFINITY
                        && prices.of(m, s) > maxReducedCost;
                part.cost(i, j, whole.cost(m, s) + Math.max(0, contention))
                        .demand(i, j, barred ? 2 * capacity + 1 : whole.demand(m, s));
            }
        }
        writeSide(placement, twins, servers, part);
        return new Neighbourhood(part.build(), twins, servers, Placement.of(serverOf));
    }

    private static void writeSide(IncrementalCost placement, int[] twins, int[] servers, PlacementProblemBuilder part) {
        int[] staysOn = new int[placement.problem().twins()];
        placement.copyTo(staysOn);
        for (int m : twins) {
            staysOn[m] = SideOfPart.MOVES;
        }
        SideOfPart.write(placement.problem(), twins, servers, staysOn, false, part);
    }

    /** The part as a problem of its own. */
    PlacementProblem problem() {
        return problem;
    }

    /** Where its twins are now, as a placement of the part. */
    Placement present() {
        return present;
    }

    /** Whether nothing stays. */
    boolean isAllOf(PlacementProblem whole) {
        return twins.length == whole.twins() && servers.length == whole.servers();
    }

    /** Writes where a placement of the part puts its twins. */
    void apply(Placement part, int[] serverOf) {
        for (int i = 0; i < twins.length; i++) {
            serverOf[twins[i]] = servers[part.serverOf(i)];
        }
    }
}
