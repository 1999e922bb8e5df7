package dev.twinplace.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.SideProblems;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Loads under change against their slow definition, after every one of many random moves. */
class SideLoadsTest {
    private static final int OFF = IncrementalCost.UNPLACED;

    private static PlacementProblem problem(int seed, SplittableRandom random) {
        RandomProblems.Kind kind = RandomProblems.kindOf(seed);
        PlacementProblem base = RandomProblems.of(kind, 2 + random.nextInt(9), 2 + random.nextInt(3), seed);
        return SideProblems.addedTo(base, seed);
    }

    @Test
    void placementsFitAndOverloadAsTheDefinitionSays() {
        SplittableRandom random = new SplittableRandom(1);
        int fitting = 0;
        int tight = 0;
        int feasible = 0;
        for (int seed = 0; seed < 300; seed++) {
            PlacementProblem problem = problem(seed, random);
            IncrementalCost placement = new IncrementalCost(problem);
            int[] serverOf = new int[problem.twins()];
            Arrays.fill(serverOf, OFF);
            for (int step = 0; step < 60; step++) {
                int m = random.nextInt(problem.twins());
                int s = random.nextInt(problem.servers());
                serverOf[m] = OFF;
                placement.move(m, OFF);
                if (keeps(problem, serverOf)) { // otherwise another server may be the one that is exceeded
                    serverOf[m] = s;
                    boolean fits = keeps(problem, serverOf);
                    assertEquals(fits, placement.fits(m, s), "seed " + seed);
                    fitting += fits ? 1 : 0;
                    tight += fits ? 0 : 1;
                    if (!fits && random.nextInt(4) > 0) {
                        serverOf[m] = OFF;
                        continue;
                    }
                }
                serverOf[m] = s;
                placement.move(m, s);
                assertEquals(keeps(problem, serverOf), placement.overload() == 0, "seed " + seed);
                feasible += placement.overload() == 0 ? 1 : 0;
            }
        }
        assertTrue(fitting > 2000 && tight > 500 && feasible > 2000, fitting + ", " + tight + ", " + feasible);
    }

    /** Whether a placement is feasible of which twins may be left out. */
    private static boolean keeps(PlacementProblem problem, int[] serverOf) {
        SideConstraints side = problem.side();
        for (int s = 0; s < problem.servers(); s++) {
            double load = 0;
            double work = 0;
            double[] rows = new double[side.rows()];
            double tolerated = Double.POSITIVE_INFINITY;
            for (int m = 0; m < serverOf.length; m++) {
                if (serverOf[m] == s) {
                    load += problem.demand(m, s);
                    work += problem.work(m);
                    tolerated = Math.min(tolerated, side.workSumLimit(m, s));
                    for (int entry = side.start(m); entry < side.end(m); entry++) {
                        rows[side.row(entry)] += side.demand(entry);
                    }
                }
            }
            boolean within = load <= problem.loadLimit(s) && work <= tolerated;
            for (int r = 0; r < rows.length; r++) {
                within &= rows[r] <= side.sumLimit(r, s);
            }
            if (!within) {
                return false;
            }
        }
        return true;
    }

    @Test
    void twinsSwapWhereTheOutcomeIsFeasible() {
        SplittableRandom random = new SplittableRandom(2);
        int[] answers = new int[2];
        for (int seed = 0; seed < 400; seed++) {
            PlacementProblem problem = problem(seed, random);
            IncrementalCost placement = new IncrementalCost(problem);
            for (int i = 0; i < 40; i++) {
                int[] serverOf =
                        random.ints(problem.twins(), 0, problem.servers()).toArray();
                int m = random.nextInt(serverOf.length);
                int n = random.nextInt(serverOf.length);
                if (serverOf[m] == serverOf[n] || !NaiveCost.isFeasible(problem, serverOf)) {
                    continue;
                }
                placement.reset(serverOf);
                int s = serverOf[m];
                serverOf[m] = serverOf[n];
                serverOf[n] = s;
                boolean feasible = NaiveCost.isFeasible(problem, serverOf);
                assertEquals(feasible, placement.swapFits(m, n), "seed " + seed);
                answers[feasible ? 1 : 0]++;
            }
        }
        assertTrue(answers[0] > 100 && answers[1] > 100, Arrays.toString(answers));
    }

    /** What a question says a change would do, and the sums that are kept, against sums made anew. */
    @Test
    void penaltiesChangeByWhatQuestionsSay() {
        SplittableRandom random = new SplittableRandom(3);
        int changed = 0;
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = problem(seed, random);
            SideLoads loads = new SideLoads(problem);
            SidePenalty kept = penalty(problem, loads, random);
            int[] serverOf = random.ints(problem.twins(), 0, problem.servers()).toArray();
            for (int m = 0; m < serverOf.length; m++) {
                loads.put(m, serverOf[m]);
            }
            kept.sumAnew();
            for (int step = 0; step < 40; step++) {
                int m = random.nextInt(serverOf.length);
                int n = random.nextInt(serverOf.length);
                int s = serverOf[m];
                if (serverOf[n] == s) {
                    continue;
                }
                double before = kept.of(s);
                double said = kept.change(s, n, m);
                kept.take(m, s);
                kept.take(n, serverOf[n]);
                kept.put(n, s);
                kept.put(m, serverOf[n]);
                serverOf[m] = serverOf[n];
                serverOf[n] = s;
                double after = kept.of(s);
                assertEquals(before + said, after, 1e-9 * (1 + Math.abs(before)), "seed " + seed);
                changed += said != 0 ? 1 : 0;
                kept.sumAnew();
                assertEquals(after, kept.of(s), 1e-9 * (1 + Math.abs(after)), "seed " + seed);
            }
        }
        assertTrue(changed > 500, "" + changed);
    }

    private static SidePenalty penalty(PlacementProblem problem, SideLoads loads, SplittableRandom random) {
        SideConstraints side = problem.side();
        double[] price = new double[side.rows() * problem.servers()];
        for (int cell = 0; cell < price.length; cell++) {
            boolean limited = side.limit(cell / problem.servers(), cell % problem.servers()) < Double.POSITIVE_INFINITY;
            price[cell] = limited ? random.nextDouble() : 0;
        }
        double[] unit = random.doubles(side.rows() + 1, 0.5, 2).toArray();
        SidePenalty penalty = new SidePenalty(problem, loads, unit, price);
        for (int s = 0; s < problem.servers(); s++) {
            penalty.setLevel(s, random.nextDouble(3));
        }
        return penalty;
    }

    /** Excess by server adds up to the whole, and a twin adds to it what is said it would. */
    @Test
    void excessIsWhatTwinsAdd() {
        SplittableRandom random = new SplittableRandom(4);
        int positive = 0;
        for (int seed = 0; seed < 300; seed++) {
            PlacementProblem problem = problem(seed, random);
            SideLoads loads = new SideLoads(problem);
            double sum = 0;
            for (int m = 0; m < problem.twins(); m++) {
                int s = random.nextInt(problem.servers());
                sum += loads.addedExcess(m, s);
                loads.put(m, s);
            }
            double[] byServer = new double[problem.servers()];
            loads.addOverloads(byServer);
            assertEquals(sum, loads.overload(), 1e-9 * (1 + sum));
            assertEquals(sum, Arrays.stream(byServer).sum(), 1e-9 * (1 + sum));
            for (int s = 0; s < byServer.length; s++) {
                assertEquals(byServer[s] > 0, loads.isExceeded(s));
            }
            positive += sum > 0 ? 1 : 0;
        }
        assertTrue(positive > 100, "" + positive);
    }
}
