package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceSolver;
import dev.twinplace.heuristic.ejection.EjectionChainSolver;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final PlacementProblem LARGE = RandomProblems.of(Kind.CONTENTION, 600, 10, 1);

    /** So that there is an answer however soon the solve ends. */
    @Test
    void theFirstAnswerToALargeProblemIsThatOfOnePass() {
        IncrementalCost placement = new IncrementalCost(LARGE);
        new QuickGreedy(placement).placeAll();
        int[] serverOf = new int[LARGE.twins()];
        placement.copyTo(serverOf);
        double ofOnePass = new CostEvaluator(LARGE).cost(serverOf);
        PlacementSolver opening = context -> Opening.place(context, context.meter());
        PlacementSolver priced = new PriceSolver(PriceModel.shipped(), Polish.LOCAL_SEARCH);
        for (PlacementSolver solver : List.of(opening, priced, new EjectionChainSolver())) {
            List<Double> costs = costs(solver);
            assertEquals(ofOnePass, costs.get(0), 1e-9 * ofOnePass);
            assertTrue(costs.get(costs.size() - 1) < ofOnePass, "what follows is better");
        }
        assertEquals(1, costs(Opening::placeGreedily).size(), "it is good enough for what is to be soon");
    }

    /** Of the incumbents, in their order. */
    private static List<Double> costs(PlacementSolver solver) {
        List<Double> costs = new ArrayList<>();
        SolveRequest request = SolveRequest.of(LARGE)
                .withBudget(Budget.ofNodes(1000))
                .withListener((cost, lowerBound, elapsed) -> costs.add(cost));
        solver.solve(new SolveContext(request));
        return costs;
    }

    @Test
    void localSearchGoesOnFromAStart() {
        for (int seed = 0; seed < 20; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, 40, 5, seed);
            int[] start = new int[problem.twins()];
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(start);
            new LocalSearch(placement).improve(Budget.UNLIMITED.start(), 0);
            SolveRequest request = SolveRequest.of(problem).withStart(Placement.of(start));
            assertEquals(
                    placement.cost(), new LocalSearchHeuristic().solve(request).cost(), 1e-9 * placement.cost());
        }
    }
}
