package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against all subsets of the twins. */
class ServerSubproblemTest {
    private static final int TWINS = 10;
    private static final int SERVERS = 3;

    private PlacementProblem problem;
    private Domains domains;
    private double[] price;

    private void draw(Kind kind, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        problem = RandomProblems.of(kind, TWINS, SERVERS, seed);
        domains = new Domains(problem);
        for (int i = 0; i < 6; i++) {
            int twin = random.nextInt(TWINS);
            if (domains.serversLeft(twin) > 1) {
                domains.forbid(twin, random.nextInt(SERVERS));
            }
        }
        price = random.doubles(TWINS, -20, 150).toArray();
    }

    /** With {@code in} and without {@code out}, where these are twins. */
    private double bruteForce(int server, int in, int out) {
        double best = Double.POSITIVE_INFINITY;
        for (int subset = 0; subset < 1 << TWINS; subset++) {
            double value = 0;
            double weight = 0;
            double work = 0;
            double load = 0;
            boolean allowed = true;
            for (int m = 0; m < TWINS; m++) {
                boolean taken = (subset >> m & 1) == 1;
                boolean decided = domains.isDecided(m);
                boolean must = m == in || (decided && domains.onlyServer(m) == server);
                boolean may = m != out && domains.allows(m, server);
                allowed &= taken ? may : !must;
                if (taken) {
                    value += problem.cost(m, server) - (decided ? 0 : price[m]);
                    weight += problem.weight(m);
                    work += problem.work(m);
                    load += problem.demand(m, server);
                }
            }
            if (allowed && load <= problem.loadLimit(server)) {
                best = Math.min(best, value + problem.contention(server) * weight * work);
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource
    void takesTheBestSubset(Kind kind) {
        for (int seed = 0; seed < 25; seed++) {
            draw(kind, seed);
            ServerSubproblems subproblems = new ServerSubproblems(problem, new ServerCosts(problem));
            for (int s = 0; s < SERVERS; s++) {
                ServerSubproblem subproblem = subproblems.load(s, domains, price);
                double least = subproblem.solve();
                assertEquals(bruteForce(s, -1, -1), least, 1e-9, kind + ", seed " + seed);
                assertTrue(least == Double.POSITIVE_INFINITY || Math.abs(valueTaken(s, subproblem) - least) < 1e-9);
            }
        }
    }

    /** Small whole demands: often a twin fills exactly what the decided ones leave, and sometimes one more than that. */
    @Test
    void aTwinMayFillWhatIsLeftExactly() {
        int exact = 0;
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlacementProblemBuilder builder = PlacementProblem.builder(TWINS, SERVERS);
            for (int m = 0; m < TWINS; m++) {
                for (int s = 0; s < SERVERS; s++) {
                    builder.cost(m, s, random.nextDouble(10)).demand(m, s, random.nextInt(1, 5));
                }
            }
            for (int s = 0; s < SERVERS; s++) {
                builder.capacity(s, random.nextInt(4, 8)).contention(s, seed % 2 == 0 ? 0 : 1e-3);
            }
            problem = builder.build();
            domains = new Domains(problem);
            domains.assign(random.nextInt(TWINS), 0);
            price = random.doubles(TWINS, 0, 20).toArray();
            ServerSubproblem subproblem =
                    new ServerSubproblems(problem, new ServerCosts(problem)).load(0, domains, price);
            assertEquals(bruteForce(0, -1, -1), subproblem.solve(), 1e-9, "seed " + seed);
            exact += subproblem.taken() == 1 && loadTaken(subproblem) == problem.capacity(0) ? 1 : 0;
        }
        assertTrue(exact > 10, "one twin fills the rest in " + exact);
    }

    private double loadTaken(ServerSubproblem subproblem) {
        double load = 0;
        for (int m = 0; m < TWINS; m++) {
            load += domains.isDecided(m) && domains.onlyServer(m) == 0 ? problem.demand(m, 0) : 0;
        }
        for (int i = 0; i < subproblem.taken(); i++) {
            load += problem.demand(subproblem.taken(i), 0);
        }
        return load;
    }

    private double valueTaken(int server, ServerSubproblem subproblem) {
        double value = 0;
        double weight = 0;
        double work = 0;
        for (int m = 0; m < TWINS; m++) {
            boolean taken = domains.isDecided(m) && domains.onlyServer(m) == server;
            value += taken ? problem.cost(m, server) : 0;
            for (int i = 0; i < subproblem.taken(); i++) {
                if (subproblem.taken(i) == m) {
                    value += problem.cost(m, server) - price[m];
                    taken = true;
                }
            }
            weight += taken ? problem.weight(m) : 0;
            work += taken ? problem.work(m) : 0;
        }
        return value + problem.contention(server) * weight * work;
    }

    @ParameterizedTest
    @EnumSource
    void knowsWhatOneTwinMoreOrLessChanges(Kind kind) {
        for (int seed = 0; seed < 10; seed++) {
            draw(kind, seed);
            ServerSubproblems subproblems = new ServerSubproblems(problem, new ServerCosts(problem));
            for (int s = 0; s < SERVERS; s++) {
                ServerSubproblem subproblem = subproblems.load(s, domains, price);
                double least = subproblem.solve();
                if (least == Double.POSITIVE_INFINITY) {
                    continue;
                }
                for (int m = 0; m < TWINS; m++) {
                    if (!domains.isDecided(m) && domains.allows(m, s)) {
                        assertBoth(s, m, least, subproblem, kind + ", seed " + seed);
                    }
                }
            }
        }
    }

    private void assertBoth(int server, int twin, double least, ServerSubproblem subproblem, String what) {
        double with = bruteForce(server, twin, -1);
        double without = bruteForce(server, -1, twin);
        double none = Double.POSITIVE_INFINITY;
        assertEquals(with, subproblem.solveWith(twin, price[twin], none), 1e-9, what);
        assertEquals(without, subproblem.solveWithout(twin, none), 1e-9, what);
        double cutoff = least + 10;
        double cut = subproblem.solveWith(twin, price[twin], cutoff);
        assertTrue(with < cutoff ? Math.abs(cut - with) < 1e-9 : cut >= cutoff && cut <= with + 1e-9, what);
    }

    /** Many twins worth taking: then relaxations prune, and must not prune the best. */
    @ParameterizedTest
    @EnumSource(names = {"CONTENTION", "CONTENTION_AND_CAPACITY", "CAPACITY_TIGHT"})
    void takesTheBestOfManySubsets(Kind kind) {
        int taken = 0;
        for (int seed = 0; seed < 120; seed++) {
            draw(kind, seed);
            SplittableRandom random = new SplittableRandom(1000 + seed);
            price = random.doubles(TWINS, 50, 50 + 10 * (1 + seed % 40)).toArray();
            ServerSubproblems subproblems = new ServerSubproblems(problem, new ServerCosts(problem));
            for (int s = 0; s < SERVERS; s++) {
                ServerSubproblem subproblem = subproblems.load(s, domains, price);
                double best = bruteForce(s, -1, -1);
                double least = subproblem.solve();
                assertEquals(best, least, 1e-9 * (1 + Math.abs(best)), kind + ", seed " + seed);
                taken += subproblem.taken();
            }
        }
        assertTrue(taken > 120 * SERVERS, "taken: " + taken);
    }

    /** Gains in proportion to demands, nearly: a depth-first search alone would take forever. */
    @Test
    void longSearchesAreFinishedExactly() {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int twins = 60;
            int capacity = 1200;
            var builder = PlacementProblem.builder(twins, 2).capacity(0, capacity);
            int[] demand = random.ints(twins, 20, 80).toArray();
            price = new double[twins];
            for (int m = 0; m < twins; m++) {
                builder.demand(m, 0, demand[m]);
                price[m] = demand[m] + 10 + random.nextInt(-2, 3);
            }
            problem = builder.build();
            ServerSubproblem subproblem =
                    new ServerSubproblems(problem, new ServerCosts(problem)).load(0, new Domains(problem), price);
            assertEquals(overLoads(demand, capacity, -1), subproblem.solve(), 1e-9);
            for (int m = 0; m < twins; m += 7) {
                String what = "seed " + seed + ", twin " + m;
                double without = overLoads(demand, capacity, m);
                double with = overLoads(demand, capacity - demand[m], m) - price[m];
                assertEquals(without, subproblem.solveWithout(m, Double.POSITIVE_INFINITY), 1e-9, what);
                assertEquals(with, subproblem.solveWith(m, price[m], Double.POSITIVE_INFINITY), 1e-9, what);
            }
        }
    }

    /** Dynamic programming over whole loads, without one twin. */
    private double overLoads(int[] demand, int capacity, int out) {
        double[] least = new double[capacity + 1];
        for (int m = 0; m < demand.length; m++) {
            for (int load = capacity; m != out && load >= demand[m]; load--) {
                least[load] = Math.min(least[load], least[load - demand[m]] - price[m]);
            }
        }
        return least[capacity];
    }
}
