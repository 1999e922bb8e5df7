package dev.twinplace.exact.columngeneration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.bound.ServerPriceSubgradient;
import dev.twinplace.exact.bound.TwinPriceSubgradient;
import dev.twinplace.exact.lagrangian.PriceSearch;
import dev.twinplace.exact.ortools.NativeLibrary;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bound of box steps is the optimum of the master program with all columns, from any prices. */
class BoxStepTest {
    private static final int STEPS = 400;

    @BeforeAll
    static void loadOrTools() {
        assertEquals(Optional.empty(), NativeLibrary.problem());
    }

    /** Where all is allowed, from prices of 0. */
    private static double climb(SolveContext context) {
        PriceSearch prices = new PriceSearch(context);
        AssignmentRelaxation relaxation = prices.relaxation();
        PlacementProblem problem = context.reduced();
        double magnitude = Math.max(problem.costMagnitude(), Double.MIN_NORMAL);
        try (var master = new MasterProgram(problem.twins(), problem.servers(), magnitude / problem.twins())) {
            BoxStep climb = new BoxStep(context, prices, relaxation, master);
            climb.climbInPart(STEPS, 1);
            return climb.bound();
        }
    }

    @Test
    void isTheOptimumOfAllColumns() {
        int compared = 0;
        for (int seed = 0; seed < 600; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            SolveContext context = new SolveContext(SolveRequest.of(problem));
            if (context.isSettled() || context.reduced().costMagnitude() == 0) {
                continue;
            }
            OptionalDouble optimum = AllColumns.optimum(context.reduced());
            if (optimum.isPresent()) {
                double magnitude = context.reduced().costMagnitude();
                String what = RandomProblems.kindOf(seed) + ", seed " + seed;
                assertEquals(optimum.getAsDouble(), climb(context), 1e-6 * magnitude, what);
                compared++;
            }
        }
        assertTrue(compared >= 200, "only " + compared);
    }

    /** A part without placements: the twins decided for a server are no column, for they overload it. */
    @Test
    void anOverloadedServerIsNoColumn() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .cost(0, 0, 1)
                .cost(1, 0, 1)
                .cost(2, 1, 1)
                .demand(0, 1)
                .demand(1, 1)
                .demand(2, 1)
                .capacity(0, 1)
                .capacity(1, 2)
                .build();
        SolveContext context = new SolveContext(SolveRequest.of(problem));
        PriceSearch prices = new PriceSearch(context);
        AssignmentRelaxation relaxation = prices.relaxation();
        relaxation.domains().assign(0, 0);
        relaxation.domains().assign(1, 0);
        try (var master = new MasterProgram(3, 2, 1)) {
            BoxStep climb = new BoxStep(context, prices, relaxation, master);
            climb.climbInPart(1, 1);
            assertEquals(Double.POSITIVE_INFINITY, climb.bound());
            assertEquals(0, master.size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPACITY_TIGHT", "CONTENTION", "CONTENTION_AND_CAPACITY"})
    void isAboveThatOfALongSubgradientClimb(Kind kind) {
        int compared = 0;
        for (int seed = 0; seed < 4; seed++) {
            SolveContext context = new SolveContext(SolveRequest.of(RandomProblems.of(kind, 24, 5, seed)));
            PlacementProblem problem = context.reduced();
            if (new LocalSearchHeuristic().solve(problem).placement().isEmpty()) {
                continue; // without a placement, the best bound may be infinite
            }
            double bound = climb(context);
            double climbed = climbLong(problem, 1.001 * bound);
            assertTrue(climbed <= bound + 1e-6 * problem.costMagnitude(), climbed + " > " + bound);
            assertTrue(climbed >= 0.95 * bound, climbed + " is far below " + bound);
            compared++;
        }
        assertTrue(compared >= 2, "only " + compared);
    }

    /** From the best prices of servers, as the solvers do. */
    private static double climbLong(PlacementProblem problem, double target) {
        ServerPriceSubgradient servers = new ServerPriceSubgradient(problem);
        for (int i = 0; i < 1000 && servers.isClimbing(); i++) {
            servers.step(target);
        }
        servers.restoreBest();
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        System.arraycopy(servers.twinPrices(), 0, relaxation.prices(), 0, problem.twins());
        TwinPriceSubgradient subgradient = new TwinPriceSubgradient(relaxation);
        double climbed = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 20; i++) {
            climbed = Math.max(climbed, subgradient.climb(500, 1.0 / (1 + i), target, () -> true, b -> {}));
        }
        return climbed;
    }
}
