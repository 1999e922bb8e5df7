package dev.twinplace.reports.experiment.moves;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.replan.PreviousPlacement;
import dev.twinplace.decision.replan.Proposal;
import dev.twinplace.decision.replan.ReplanProblem;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.DecisionTimes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides one situation after another from where the twins are, and keeps where they are. */
final class Replanner {
    private final BudgetedSolver solver;
    private final DecisionTimes times = new DecisionTimes(1);
    private Map<String, Optional<String>> serverOf = Map.of();

    Replanner(BudgetedSolver solver) {
        this.solver = solver;
    }

    /**
     * What a decision led to.
     *
     * @param cost of the placement alone
     * @param paid moves that cost something
     * @param forced moves of twins that could not stay, which cost nothing
     * @param proven whether no other decision is better at the assumed cost of moves
     */
    record Decision(double cost, int paid, int forced, boolean proven) {
        double withMoves(double moveCost) {
            return cost + paid * moveCost;
        }
    }

    /** Places all twins, which are nowhere yet. */
    static Replanner startingFrom(Scenario scenario, BudgetedSolver solver) {
        Replanner replanner = new Replanner(solver);
        Map<String, Optional<String>> nowhere = new HashMap<>();
        scenario.twins().forEach(twin -> nowhere.put(twin, Optional.empty()));
        replanner.serverOf = nowhere;
        replanner.proposal(scenario, 0);
        return replanner;
    }

    /** The next decision; timed from the scenario to the ordered moves. */
    Decision decide(Scenario scenario, double assumedCost) {
        Proposal proposal = times.measure(() -> proposal(scenario, assumedCost));
        int forced = 0;
        int paid = 0;
        for (var move : proposal.moves()) {
            forced += move.forced() ? 1 : 0;
            paid += !move.forced() && move.from().isPresent() ? 1 : 0;
        }
        boolean proven = proposal.answer().result().status() == SolveStatus.OPTIMAL;
        return new Decision(proposal.after().orElseThrow().totalCost(), paid, forced, proven);
    }

    private Proposal proposal(Scenario scenario, double assumedCost) {
        PreviousPlacement previous = PreviousPlacement.match("hour before", serverOf, scenario);
        ReplanProblem problem = ReplanProblem.of(scenario.name(), previous, assumedCost);
        SolveResult result = solver.solver().solve(problem.request().withBudget(solver.budget()));
        Proposal proposal = problem.proposal(solver.label(), result);
        Map<String, Optional<String>> after = new HashMap<>(serverOf);
        proposal.moves().forEach(move -> after.put(move.twin(), move.to()));
        serverOf = after;
        return proposal;
    }

    DecisionTimes times() {
        return times;
    }
}
