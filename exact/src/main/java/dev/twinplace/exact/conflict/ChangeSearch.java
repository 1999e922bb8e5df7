package dev.twinplace.exact.conflict;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.exact.auto.AutoSolver;
import dev.twinplace.exact.conflict.PackingOracle.Verdict;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.ServerRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for the cheapest change after which a placement exists: each rule of a conflict is given up, or loosened just as far as
 * needed, and the scenario solved again. Twins are left unplaced only where nothing else helps.
 */
final class ChangeSearch {
    private static final Duration TIME_OF_SOLVE = Duration.ofMillis(40);

    /** How often the raise of a capacity is lengthened until a packing is found. */
    private static final int MAX_RAISES = 8;

    private static final double RAISE = 1.5;

    private final Scenario scenario;
    private final RuleBook book;
    private final Deadline deadline;
    private final PackingOracle oracle;

    ChangeSearch(Scenario scenario, RuleBook book, Deadline deadline) {
        this.scenario = scenario;
        this.book = book;
        this.deadline = deadline;
        oracle = new PackingOracle(book.twins(), deadline);
    }

    /**
     * A change that works.
     *
     * @param cost of a placement after it
     */
    record Change(ScenarioEdit edit, double cost) {}

    /** The cheapest single change found; empty if none of those that could be tried in time is enough. */
    Optional<Change> cheapest(BitSet conflict) {
        Change best = null;
        for (int r : conflict.stream().toArray()) {
            Rule rule = book.rules().get(r);
            boolean isLast = rule.kind() == Rule.Kind.PLACED;
            if (deadline.isOver() || isLast || !helps(r)) {
                continue;
            }
            Optional<Change> change = loosened(rule).flatMap(this::solved);
            if (change.isPresent() && (best == null || change.get().cost < best.cost)) {
                best = change.get();
            }
        }
        return best != null ? Optional.of(best) : unplaced(conflict);
    }

    private Optional<Change> unplaced(BitSet conflict) {
        for (int r : conflict.stream().toArray()) {
            Rule rule = book.rules().get(r);
            if (rule.kind() == Rule.Kind.PLACED && !deadline.isOver() && helps(r)) {
                Optional<Change> change = solved(ScenarioEdit.without(scenario, rule));
                if (change.isPresent()) {
                    return change;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a packing exists without this rule. */
    private boolean helps(int rule) {
        BitSet others = new BitSet();
        others.set(0, book.rules().size());
        others.clear(rule);
        return oracle.decideSoon(Packing.of(book, others)) == Verdict.FEASIBLE;
    }

    private Optional<ScenarioEdit> loosened(Rule rule) {
        return switch (rule.kind()) {
            case CAPACITY -> raised(rule.server().orElseThrow(), rule.resource().orElseThrow());
            case LATENCY -> slowed(rule.twin().orElseThrow());
            default -> Optional.of(ScenarioEdit.without(scenario, rule));
        };
    }

    /** The smallest of few raises of a capacity that is enough: first as much as counting misses, then more. */
    private Optional<ScenarioEdit> raised(int server, String resource) {
        double capacity = PlacementRules.capacity(scenario, server, resource);
        int dimension = dimension(resource);
        double more = 0;
        for (int i = 0; i < MAX_RAISES && !deadline.isOver(); i++) {
            ScenarioEdit edit = ScenarioEdit.larger(scenario, server, resource, Math.ceil(capacity + more));
            Packing packing = packing(edit);
            Optional<Shortage> shortage = Shortage.of(packing);
            if (shortage.isEmpty() && oracle.decideSoon(packing) == Verdict.FEASIBLE) {
                return Optional.of(edit);
            }
            double missing = shortage.filter(
                            found -> found.dimension() == dimension || found.dimension() == Quantity.NONE)
                    .map(Shortage::excess)
                    .orElse(0.0);
            if (missing == Double.POSITIVE_INFINITY) { // a row fits nowhere
                missing = largestDemand(dimension) - capacity - more;
            }
            more = missing > 0 ? more + missing : RAISE * Math.max(more, 1);
        }
        return Optional.empty();
    }

    private static Packing packing(ScenarioEdit edit) {
        RuleBook changed = RuleBooks.of(edit.scenario());
        BitSet all = new BitSet();
        all.set(0, changed.rules().size());
        return Packing.of(changed, all);
    }

    private int dimension(String resource) {
        return IntStream.range(0, book.dimensions().size())
                .filter(d -> book.dimensions().get(d).isResource()
                        && book.dimensions().get(d).name().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private double largestDemand(int dimension) {
        return IntStream.range(0, book.twins())
                .mapToDouble(m -> book.dimensions().get(dimension).demand(m, 0))
                .max()
                .orElse(0);
    }

    /** The least latency that is enough; where twins share processors, that of a placement without the limit. */
    private Optional<ScenarioEdit> slowed(int twin) {
        if (book.latencyRule(twin) != RuleBook.NONE) {
            return withoutLimit(twin);
        }
        int[] nowhere = new int[book.twins()];
        Arrays.fill(nowhere, Outcome.UNPLACED);
        ServerRules rules = ServerRules.of(scenario, nowhere);
        double limit = scenario.constraints().twin(twin).maxLatencySeconds();
        double[] latencies = IntStream.range(0, book.servers())
                .mapToDouble(s -> rules.latencySeconds(twin, s))
                .filter(seconds -> seconds > limit)
                .sorted()
                .toArray();
        for (double seconds : latencies) {
            ScenarioEdit edit = ScenarioEdit.slower(scenario, twin, seconds);
            if (!deadline.isOver() && oracle.decideSoon(packing(edit)) == Verdict.FEASIBLE) {
                return Optional.of(edit);
            }
        }
        return Optional.empty();
    }

    private Optional<ScenarioEdit> withoutLimit(int twin) {
        Scenario free =
                ScenarioEdit.slower(scenario, twin, Double.POSITIVE_INFINITY).scenario();
        CompiledScenario compiled = ConstraintCompiler.compile(free);
        long devices = scenario.devices().stream()
                .filter(device -> device.twin() == twin)
                .count();
        return solve(compiled)
                .placement()
                .map(compiled::serversOf)
                .map(serverOf -> Outcome.of(free, serverOf).latencySeconds(twin) / devices)
                .filter(seconds -> seconds > scenario.constraints().twin(twin).maxLatencySeconds())
                .map(seconds -> ScenarioEdit.slower(scenario, twin, seconds));
    }

    /** A change with the cost of a placement after it, if one is found. */
    private Optional<Change> solved(ScenarioEdit edit) {
        SolveResult result = solve(ConstraintCompiler.compile(edit.scenario()));
        return result.placement().isPresent() ? Optional.of(new Change(edit, result.cost())) : Optional.empty();
    }

    private SolveResult solve(CompiledScenario compiled) {
        return new AutoSolver()
                .solve(SolveRequest.of(compiled.problem()).withBudget(Budget.ofTime(deadline.atMost(TIME_OF_SOLVE))));
    }

    /** Where no single change is enough: one that removes this conflict, to look on from there. A twin is left out last. */
    ScenarioEdit partial(BitSet conflict) {
        Rule first = conflict.stream()
                .mapToObj(r -> book.rules().get(r))
                .filter(rule -> rule.kind() != Rule.Kind.CAPACITY)
                .min(Comparator.comparing(Rule::kind))
                .orElseThrow(); // a conflict is about at least one twin
        return ScenarioEdit.without(scenario, first);
    }
}
