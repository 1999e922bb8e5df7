package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.ddl.DecisionStage;
import dev.twinplace.ddl.StageListener;
import dev.twinplace.ddl.paper.PaperDecision;
import dev.twinplace.ddl.paper.PaperModel;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceDecision;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.time.Duration;

/**
 * Decides scenarios of one size, one after the other, as a caller that decides repeatedly would: learned policies
 * compile into the problem that is there already, other solvers into a new one.
 */
abstract class Decider {
    /** What {@link #decide} returns without a placement, which only {@code ddl-paper} under capacity may do. */
    static final double NONE = Double.POSITIVE_INFINITY;

    /** Exact solvers may otherwise take for ever. */
    private static final Budget BUDGET = Budget.ofTime(Duration.ofSeconds(1));

    /**
     * For scenarios of the same size as this one.
     *
     * @param solver an id, or {@code ddl-price:polish=none}, which is not polished
     */
    static Decider of(String solver, Scenario scenario, StageListener listener) {
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        return switch (solver) {
            case "ddl-price" -> new Price(problem, Polish.LOCAL_SEARCH, listener);
            case "ddl-price:polish=none" -> new Price(problem, Polish.NONE, listener);
            case "ddl-paper" -> new Paper(problem, listener);
            default -> new Solver(Solvers.create(solver));
        };
    }

    /** From a parsed scenario to a checked placement. Returns what it costs. */
    abstract double decide(Scenario scenario);

    /** The placement decided last. */
    abstract int[] placement();

    /** The cost by definition, if the checker lets the placement pass. */
    private static double checked(PlacementProblem problem, CostEvaluator evaluator, int[] placement, double bound) {
        double cost = evaluator.cost(placement);
        PlacementChecker.check(problem, placement, cost, bound);
        return cost;
    }

    private static final class Price extends Decider {
        private final StageListener listener;
        private final BudgetMeter unlimited = Budget.UNLIMITED.start();
        private final PlacementProblem problem;
        private final PriceDecision decision;
        private final CostEvaluator evaluator;

        Price(PlacementProblem problem, Polish polish, StageListener listener) {
            this.problem = problem;
            this.listener = listener;
            decision = new PriceDecision(PriceModel.shipped(), problem, polish, listener);
            evaluator = new CostEvaluator(problem);
        }

        @Override
        double decide(Scenario scenario) {
            ScenarioCompiler.recompile(scenario, problem);
            listener.ended(DecisionStage.COMPILE);
            if (!decision.decide(unlimited)) {
                throw new IllegalStateException("no placement");
            }
            double cost = checked(problem, evaluator, decision.placement(), decision.lowerBound());
            listener.ended(DecisionStage.EVALUATE);
            return cost;
        }

        @Override
        int[] placement() {
            return decision.placement();
        }
    }

    private static final class Paper extends Decider {
        private final StageListener listener;
        private final PlacementProblem problem;
        private final PaperDecision decision;
        private final CostEvaluator evaluator;
        private int best;

        Paper(PlacementProblem problem, StageListener listener) {
            this.problem = problem;
            this.listener = listener;
            decision = new PaperDecision(PaperModel.shipped(), problem, KernelSelection.kernels(), listener);
            evaluator = new CostEvaluator(problem);
        }

        @Override
        double decide(Scenario scenario) {
            best = decision.decide(scenario);
            if (best == PaperDecision.NONE) {
                return NONE;
            }
            double cost = checked(problem, evaluator, placement(), Double.NEGATIVE_INFINITY);
            listener.ended(DecisionStage.EVALUATE);
            return cost;
        }

        @Override
        int[] placement() {
            return decision.candidate(best);
        }
    }

    private static final class Solver extends Decider {
        private final PlacementSolver solver;
        private SolveResult result;

        Solver(PlacementSolver solver) {
            this.solver = solver;
        }

        @Override
        double decide(Scenario scenario) {
            result = solver.solve(ScenarioCompiler.compile(scenario), BUDGET, 1, IncumbentListener.NONE);
            return result.cost();
        }

        @Override
        int[] placement() {
            return result.placement().orElseThrow().toArray();
        }
    }
}
