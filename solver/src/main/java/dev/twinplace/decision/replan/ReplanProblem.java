package dev.twinplace.decision.replan;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.StartPlacement;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where to run the twins of a scenario that run somewhere already: costs, and what it costs to move. A twin that cannot stay
 * where it was moves at no cost, and one that did not run starts at no cost.
 */
public final class ReplanProblem {
    /** A row whose twins were not together where they may stay. */
    static final int NOWHERE = -1;

    private final PreviousPlacement previous;
    private final CompiledScenario plain;
    private final ScenarioQuestion question;
    private final double[] moveCost;
    private final int[] columnBefore;
    private final Optional<MoveLimit> limit;

    private ReplanProblem(String file, PreviousPlacement previous, double defaultMoveCost) {
        this.previous = previous;
        Scenario scenario = previous.scenario();
        int[] current = previous.toArray();
        moveCost = new double[current.length];
        Arrays.setAll(moveCost, m -> scenario.constraints().twin(m).moveCost().orElse(defaultMoveCost));
        plain = ConstraintCompiler.compile(scenario, current);
        question = new ScenarioQuestion(file, scenario, plain.withMoveCosts(current, moveCost));
        columnBefore = columnsBefore();
        limit = Optional.empty();
    }

    private ReplanProblem(ReplanProblem free, MoveLimit limit) {
        previous = free.previous;
        moveCost = free.moveCost;
        plain = free.plain;
        question = free.question;
        columnBefore = free.columnBefore;
        this.limit = Optional.of(limit);
    }

    /**
     * Compiles a scenario in O(N·R).
     *
     * @param file the scenario's, as the user calls it
     * @param previous matched with the scenario
     * @param defaultMoveCost of twins that state none, not negative, in the unit of costs
     * @throws InvalidInputException if it is too large or its values overflow the cost
     */
    public static ReplanProblem of(String file, PreviousPlacement previous, double defaultMoveCost) {
        if (!(defaultMoveCost >= 0)) {
            throw new IllegalArgumentException("move cost: must be >= 0, but was " + defaultMoveCost);
        }
        try {
            return new ReplanProblem(file, previous, defaultMoveCost);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file, e.getMessage(), e);
        }
    }

    /**
     * The same where at most so many twins move. Forced moves do not count, nor do starts; leaving a twin unplaced does. O(M·R).
     *
     * @param max not negative
     */
    public ReplanProblem withMaxMoves(int max) {
        PlacementProblem problem = plain.problem();
        int[] count = new int[problem.twins() * problem.servers()];
        for (int m = 0; m < plain.twins(); m++) {
            if (canStay(m)) {
                int row = plain.rowOf(m) * problem.servers();
                for (int s = 0; s < problem.servers(); s++) {
                    count[row + s] += s == previous.serverOf(m) ? 0 : 1;
                }
            }
        }
        return new ReplanProblem(this, new MoveLimit(max, problem.twins(), problem.servers(), count));
    }

    private int[] columnsBefore() {
        PlacementProblem problem = plain.problem();
        int[] columns = new int[problem.twins()];
        Arrays.fill(columns, Integer.MAX_VALUE);
        for (int m = 0; m < plain.twins(); m++) {
            int u = plain.rowOf(m);
            int column = previous.serverOf(m) == Outcome.UNPLACED ? plain.servers() : previous.serverOf(m);
            columns[u] = columns[u] == Integer.MAX_VALUE || columns[u] == column ? column : NOWHERE;
        }
        for (int u = 0; u < columns.length; u++) {
            boolean stays = columns[u] >= 0 && columns[u] < problem.servers() && problem.fits(u, columns[u]);
            columns[u] = stays ? columns[u] : NOWHERE;
        }
        return columns;
    }

    /**
     * What to ask a solver: to begin where the twins are, as far as they can stay. The scenario stays out of it, for it does
     * not know of moves.
     */
    public SolveRequest request() {
        SolveRequest request = SolveRequest.of(question.problem());
        return StartPlacement.of(question.problem(), columnBefore)
                .filter(start -> limit.isEmpty() || limit.get().allows(start.toArray()))
                .map(request::withStart)
                .orElse(request);
    }

    /** A solver for {@link #request}: this one, under the limit on moves if there is one. */
    public PlacementSolver solver(PlacementSolver solver) {
        return limit.<PlacementSolver>map(moves -> new MoveLimitSolver(solver, moves))
                .orElse(solver);
    }

    /** What a solver's result means. The moves in it that do not pay are taken back. */
    public Proposal proposal(String solver, SolveResult result) {
        SolveResult kept = result.placement()
                .map(placement -> result.replacedBy(
                        NeedlessMoves.takenBack(question.problem(), placement, columnBefore), question.problem()))
                .orElse(result);
        return new Proposal(this, solver, kept);
    }

    /** The scenario, with costs of moves in the costs of its problem. */
    public ScenarioQuestion question() {
        return question;
    }

    /** Where the twins were. */
    public PreviousPlacement previous() {
        return previous;
    }

    /** The scenario without costs of moves. */
    CompiledScenario plain() {
        return plain;
    }

    /** Whether a twin cannot stay on the server where it was: it is gone, down, or barred by a rule. */
    boolean isForced(int twin) {
        return previous.isServerGone(twin) || (previous.serverOf(twin) != Outcome.UNPLACED && !canStay(twin));
    }

    private boolean canStay(int twin) {
        int server = previous.serverOf(twin);
        return server != Outcome.UNPLACED && plain.problem().fits(plain.rowOf(twin), server);
    }

    /** How many moves that are not forced are allowed; empty if any number is. */
    OptionalInt maxMoves() {
        return limit.map(moves -> OptionalInt.of(moves.max())).orElse(OptionalInt.empty());
    }

    /** What it costs to move a twin from where it was; 0 if it must move or did not run. */
    double moveCost(int twin) {
        return previous.from(twin).isEmpty() || isForced(twin) ? 0 : moveCost[twin];
    }
}
