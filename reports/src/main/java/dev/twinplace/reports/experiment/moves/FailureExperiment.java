package dev.twinplace.reports.experiment.moves;

import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.reports.experiment.DecisionTimes;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.moves.Replanner.Decision;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Edge servers fail at random and come back: what it costs, and how many twins move, there and back. */
public final class FailureExperiment implements Experiment {
    private static final int TWINS = 30;
    private static final int EDGES = 10;
    private static final int LARGE_TWINS = 10_000;
    private static final int LARGE_SERVERS = 100;
    private static final double MOVE_COST = 1;
    private static final List<Double> SHARES = List.of(4.0, 1.0, 0.25);
    private static final List<Coupling> COUPLINGS = List.of(Coupling.CAPACITY, Coupling.CONTENTION);
    private static final String SOLVER = "branch-and-bound@1s";
    private static final long SEED = 1;

    /** All edges are up; some have failed; they are up again. */
    private static final List<String> STEPS = List.of("before", "failed", "back");

    @Override
    public String name() {
        return "failure";
    }

    @Override
    public String title() {
        return "Servers fail and come back";
    }

    @Override
    public String question() {
        return "What does the failure of one, two or five of ten edge servers cost, and how many twins move, there and back?";
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int count = scale.pick(20, 5, 2);
        List<MovePolicy> policies = MovePolicy.around(MOVE_COST, SHARES);
        List<ExperimentPart> parts = new ArrayList<>();
        for (Coupling coupling : COUPLINGS) {
            List<Scenario> scenarios = DrawnQuestions.scenarios(
                    DrawnQuestions.generator(Profile.CLUSTERED, coupling, TWINS, EDGES), count, SEED);
            for (int failed : scale.pick(List.of(1, 2, 5), List.of(1, 2, 5), List.of(2))) {
                parts.add(new ExperimentPart(
                        coupling + ", " + failed + " failed", () -> table(coupling, failed, policies, scenarios)));
            }
        }
        int small = parts.size();
        for (Coupling coupling : COUPLINGS) {
            parts.add(new ExperimentPart(coupling + ", large", () -> large(coupling, scale)));
        }
        List<Table> tables = runner.alone(parts);
        return new Findings(
                List.of(SEED),
                notes(count),
                List.of(
                        Table.joined("failure", "Cost and moves, mean over scenarios", tables.subList(0, small)),
                        Table.joined(
                                "large",
                                "One of 100 servers fails: time to an answer, median over failures",
                                tables.subList(small, tables.size()))));
    }

    private static Table large(Coupling coupling, Scale scale) {
        LargeFailure large = scale == Scale.TINY
                ? new LargeFailure(coupling, 100, 10, Duration.ofMillis(100), SEED)
                : new LargeFailure(coupling, LARGE_TWINS, LARGE_SERVERS, Duration.ofSeconds(10), SEED);
        return large.table(coupling.id(), scale.pick(7, 3, 1));
    }

    private static Table table(Coupling coupling, int failed, List<MovePolicy> policies, List<Scenario> scenarios) {
        TableBuilder table = new TableBuilder("failure", "")
                .columns(Columns.COUPLING, Columns.FAILED, Columns.POLICY, Columns.STEP, Columns.SCENARIOS)
                .columns(Columns.MEAN_COST, Columns.MOVES, Columns.FORCED_MOVES, Columns.PROVEN_SHARE)
                .columns(Columns.MEDIAN_MICROS);
        for (MovePolicy policy : policies) {
            Map<String, List<Decision>> decisions = Map.of(
                    STEPS.get(0), new ArrayList<>(), STEPS.get(1), new ArrayList<>(), STEPS.get(2), new ArrayList<>());
            DecisionTimes times = new DecisionTimes(1);
            for (int i = 0; i < scenarios.size(); i++) {
                Scenario up = scenarios.get(i);
                Scenario down = without(up, failed, SEED + i);
                Replanner replanner = Replanner.startingFrom(up, BudgetedSolver.of(SOLVER));
                decisions.get(STEPS.get(0)).add(replanner.decide(up, policy.assumedCost()));
                decisions.get(STEPS.get(1)).add(replanner.decide(down, policy.assumedCost()));
                decisions.get(STEPS.get(2)).add(replanner.decide(up, policy.assumedCost()));
                times.add(replanner.times());
            }
            for (String step : STEPS) {
                addRow(table, coupling, failed, policy, step, decisions.get(step), times);
            }
        }
        return table.build();
    }

    private static void addRow(
            TableBuilder table,
            Coupling coupling,
            int failed,
            MovePolicy policy,
            String step,
            List<Decision> decisions,
            DecisionTimes times) {
        table.row(
                coupling.id(),
                failed,
                policy.label(),
                step,
                decisions.size(),
                mean(decisions, Decision::cost),
                mean(decisions, Decision::paid),
                mean(decisions, Decision::forced),
                mean(decisions, each -> each.proven() ? 1 : 0),
                times.medianMicros());
    }

    private static double mean(List<Decision> decisions, ToDoubleFunction<Decision> figure) {
        return decisions.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** The scenario with so many of its edges down, drawn by the seed. The cloud, which comes last, stays up. */
    private static Scenario without(Scenario scenario, int failed, long seed) {
        List<Integer> edges = new ArrayList<>(
                IntStream.range(0, scenario.servers().size() - 1).boxed().toList());
        Collections.shuffle(edges, new Random(seed));
        Set<Integer> down = Set.copyOf(edges.subList(0, failed));
        List<ServerConstraints> servers = IntStream.range(0, scenario.servers().size())
                .mapToObj(s -> down.contains(s)
                        ? new ServerConstraints(Set.of(), ServerStatus.DOWN, Map.of())
                        : ServerConstraints.NONE)
                .toList();
        return scenario.with(scenario.servers(), new Constraints(false, servers, List.of(), List.of(), List.of()));
    }

    private static List<String> notes(int count) {
        return List.of(
                count + " scenarios of " + TWINS + " twins on " + EDGES
                        + " edge servers and one cloud, devices clustered by twin; which edge servers fail is drawn with"
                        + " each. Before the failure all twins are placed at the optimum.",
                "A move costs " + MOVE_COST
                        + ", except a forced one, of a twin whose server is down, which costs nothing."
                        + " A policy decides with " + SOLVER.replace("@", " in at most ")
                        + " as if a move cost what its name says. The mean cost is that of the placement, without moves.",
                "The median time is over all three steps, from the scenario to the ordered moves.",
                "The large problem is decided by " + LargeFailure.SOLVER
                        + " on one thread, from the compiled problem on: with"
                        + " the placement and the prices of servers that the decision before the failure left, with the"
                        + " placement alone, and from scratch.");
    }
}
