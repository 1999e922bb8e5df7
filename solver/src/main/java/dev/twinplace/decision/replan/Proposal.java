package dev.twinplace.decision.replan;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.Answer;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.CompiledScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which twins to move, in which order, and what that saves. */
public final class Proposal {
    private final ReplanProblem problem;
    private final Answer answer;
    private final List<Move> moves;
    private final Optional<MoveOrder.Blockage> blockage;

    /** Orders and explains the moves. O(N + M·R) and what {@link MoveOrder} takes. */
    Proposal(ReplanProblem problem, String solver, SolveResult result) {
        this.problem = problem;
        answer = Answer.of(problem.question(), solver, result);
        Optional<int[]> after = result.placement().map(problem.question()::serversOf);
        Optional<MoveOrder> order = after.map(this::order);
        moves = order.map(found -> explain(found, after.orElseThrow())).orElse(List.of());
        blockage = order.flatMap(MoveOrder::blockage);
    }

    private MoveOrder order(int[] after) {
        CompiledScenario plain = problem.plain();
        return MoveOrder.of(
                MoveRules.of(problem.previous()),
                problem.previous().running(),
                after,
                (m, s) -> plain.problem().fits(plain.rowOf(m), s));
    }

    /** Twins of failed servers that are left unplaced come last: nothing is left to do about them. */
    private List<Move> explain(MoveOrder order, int[] after) {
        PreviousPlacement previous = problem.previous();
        int[] running = previous.running();
        List<Integer> all = new ArrayList<>(order.moves());
        for (int m = 0; m < after.length; m++) {
            if (after[m] == Outcome.UNPLACED
                    && running[m] == Outcome.UNPLACED
                    && previous.from(m).isPresent()) {
                all.add(m);
            }
        }
        return all.isEmpty() ? List.of() : explain(all, after);
    }

    private List<Move> explain(List<Integer> order, int[] after) {
        PreviousPlacement previous = problem.previous();
        Scenario scenario = previous.scenario();
        MoveSavings savings = new MoveSavings(scenario, problem.plain().problem(), previous.running(), after);
        MoveReasons reasons = new MoveReasons(problem);
        List<Move> explained = new ArrayList<>();
        for (int m : order) {
            boolean forced = problem.isForced(m);
            double saves = forced || previous.from(m).isEmpty() ? Double.NaN : savings.of(m);
            double costs = problem.moveCost(m);
            explained.add(new Move(
                    scenario.twins().get(m),
                    previous.from(m),
                    serverId(after[m]),
                    forced,
                    saves,
                    costs,
                    reasons.of(m, previous.serverOf(m), saves, costs)));
        }
        return List.copyOf(explained);
    }

    private Optional<String> serverId(int server) {
        return server == Outcome.UNPLACED
                ? Optional.empty()
                : Optional.of(problem.question().serverId(server));
    }

    /** The placement with its bound; its cost includes what the moves cost. */
    public Answer answer() {
        return answer;
    }

    /** What changed since. */
    public PreviousPlacement previous() {
        return problem.previous();
    }

    /** The moves, in an order in which no move breaks a rule on its server if there is one; otherwise {@link #remarks} say so. */
    public List<Move> moves() {
        return moves;
    }

    /** Twins that change their server or stop, without those that start. */
    public long countMoves() {
        return moves.stream().filter(move -> move.from().isPresent()).count();
    }

    /** How many moves that are not forced were allowed; empty if any number was. */
    public OptionalInt maxMoves() {
        return problem.maxMoves();
    }

    /** What the moves cost together. */
    public double moveCosts() {
        return moves.stream().mapToDouble(Move::costs).sum();
    }

    /** Cost, latency and energy of the twins that run now, where they are. */
    public Outcome before() {
        return Outcome.ofPartial(
                problem.previous().scenario(), problem.previous().running());
    }

    /** Cost, latency and energy after the moves; empty without a placement. */
    public Optional<Outcome> after() {
        return answer.outcome();
    }

    /** How many twins run now. */
    public long runningBefore() {
        return countRunning(problem.previous().running());
    }

    /** How many twins run after the moves. */
    public long runningAfter() {
        return answer.result()
                .placement()
                .map(placement -> countRunning(problem.question().serversOf(placement)))
                .orElse(0L);
    }

    private long countRunning(int[] serverOf) {
        return IntStream.range(0, serverOf.length)
                .filter(m ->
                        serverOf[m] != Outcome.UNPLACED && !problem.previous().waits(m))
                .count();
    }

    /** Why the last moves have no order; empty if all have. */
    Optional<MoveOrder.Blockage> blockage() {
        return blockage;
    }

    /** What changed, what the moves cost and save, and what hinders them, one line each. */
    public List<String> remarks() {
        List<String> lines = new ArrayList<>();
        PreviousPlacement previous = problem.previous();
        add(lines, "new: ", previous.newTwins());
        add(lines, "gone: ", previous.goneTwins());
        add(lines, "servers that are gone: ", previous.goneServers());
        add(lines, "servers that are down: ", previous.downServers());
        add(lines, "wait for their server: ", previous.waitingTwins());
        blockage.ifPresent(blocked -> lines.add(words(blocked)));
        String within = maxMoves().isPresent() ? " within the limit" : "";
        if (answer.result().placement().isPresent() && moves.isEmpty()) {
            boolean proven = answer.result().status() == SolveStatus.OPTIMAL;
            lines.add(proven ? "no move" + within + " pays" : "no move" + within + " that pays was found");
        }
        if (answer.result().status() == SolveStatus.INFEASIBLE && maxMoves().isPresent()) {
            lines.add("no placement with at most " + maxMoves().getAsInt()
                    + " moves, without forced ones, respects all rules");
        }
        return lines;
    }

    private static void add(List<String> lines, String label, List<String> ids) {
        if (!ids.isEmpty()) {
            lines.add(label + String.join(", ", ids));
        }
    }

    private String words(MoveOrder.Blockage blocked) {
        List<String> ids = blocked.cycle().stream().map(this::twinId).toList();
        String first = moves.get(blocked.first()).twin();
        String fault = "no order of the moves "
                + (blocked.proven() ? "keeps all rules: " : "that keeps all rules was found: ")
                + String.join(", ", ids)
                + (ids.size() == 1 ? " has no room" : " wait for one another");
        return fault
                + blocked.detour()
                        .map(detour -> "; put " + twinId(detour.twin()) + " on "
                                + problem.question().serverId(detour.server()) + " for a while, before " + first
                                + " moves")
                        .orElse("; from " + first + " on, the moves break a rule for a while");
    }

    String twinId(int twin) {
        return problem.previous().scenario().twins().get(twin);
    }

    String serverIdOf(int server) {
        return problem.question().serverId(server);
    }
}
