package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.exact.bound.ServerPriceSubgradient;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether solvers that prove need less work if they start from the prices, or the placement, of {@code ddl-price}. */
final class WarmStarts {
    private static final long SEED = 1;
    private static final int[] COLD_STEPS = {20, 100};
    private static final int MAX_STEPS = 400;

    /** A bound counts as reached if it is closer, relative to the distance from there to the cost aimed at. */
    private static final double TOLERANCE = 1e-3;

    private static final long MAX_NODES = 2000;

    /** Lengths of the first step from given prices, relative to Polyak's; the first is that of {@code lagrangian}. */
    private static final double[] LENGTHS = {0.5, 0.1};

    /** Of a relaxation: one for each network, one at prices of 0. */
    private static final int EVALUATIONS = PriceModel.shipped().members() + 1;

    private static final String COLD = "cold";

    private WarmStarts() {}

    /** Parts for each size and profile, all with the same columns. */
    static List<ExperimentPart> parts(Scale scale) {
        List<ExperimentPart> parts = new ArrayList<>();
        for (Profile profile : List.of(Profile.TABLE2, Profile.CLUSTERED)) {
            for (int[] size : scale.pick(
                    new int[][] {{30, 5}, {60, 10}, {200, 20}}, new int[][] {{30, 5}, {60, 10}}, new int[][] {{30, 5}
                    })) {
                parts.add(climbing(profile, size, scale.pick(256, 32, 2)));
            }
            for (int[] size :
                    scale.pick(new int[][] {{30, 5}, {60, 10}}, new int[][] {{30, 5}}, new int[][] {{12, 3}})) {
                parts.add(proving(profile, size, scale.pick(64, 16, 2)));
            }
        }
        return parts;
    }

    private static ExperimentPart climbing(Profile profile, int[] size, int count) {
        AblationCell cell = AblationCell.capacity(profile, size[0], size[1], PaperDefaults.CAPACITY_TIGHTNESS);
        return new ExperimentPart("warm start of lagrangian, " + cell.key(), () -> climbs(cell, count));
    }

    private static ExperimentPart proving(Profile profile, int[] size, int count) {
        AblationCell cell = AblationCell.capacity(profile, size[0], size[1], PaperDefaults.CAPACITY_TIGHTNESS);
        return new ExperimentPart("warm start of branch-and-bound, " + cell.key(), () -> proofs(cell, count));
    }

    private static Table climbs(AblationCell cell, int count) {
        List<ScenarioQuestion> questions = cell.questions(count, SEED);
        TableBuilder table = table();
        for (int coldSteps : COLD_STEPS) {
            SolverWork cold = new SolverWork(count);
            SolverWork[] warm = new SolverWork[LENGTHS.length];
            Arrays.setAll(warm, k -> new SolverWork(count));
            for (int i = 0; i < count; i++) {
                climb(questions.get(i), coldSteps, i, cold, warm);
            }
            String target = "bound of " + coldSteps + " steps";
            addRow(table, cell, "lagrangian", target, COLD, cold, cold);
            for (int k = 0; k < warm.length; k++) {
                String start = "prices, first step × " + LENGTHS[k];
                addRow(table, cell, "lagrangian", target, start, warm[k], cold);
                addRow(
                        table,
                        cell,
                        "lagrangian",
                        target,
                        start + ", networks counted",
                        warm[k].after(EVALUATIONS),
                        cold);
            }
        }
        return table.build();
    }

    private static void climb(ScenarioQuestion question, int coldSteps, int i, SolverWork cold, SolverWork[] warm) {
        SolveContext context = new SolveContext(SolveRequest.of(question.instance()));
        Opening.placeGreedily(context);
        double target = context.optimality().cutoff(context.excess());
        PlacementProblem problem = context.reduced();
        ServerPriceSubgradient far = new ServerPriceSubgradient(problem);
        stepsTo(Double.POSITIVE_INFINITY, far, target, coldSteps);
        double bound = far.bestBound() - TOLERANCE * (target - far.bestBound());
        note(cold, i, stepsTo(bound, new ServerPriceSubgradient(problem), target, coldSteps), coldSteps);
        double[] stated = stated(question, new KeptPrices())
                .prices()
                .of(problem.servers())
                .orElseThrow();
        for (int k = 0; k < warm.length; k++) {
            ServerPriceSubgradient prices = new ServerPriceSubgradient(problem);
            prices.startFrom(stated, LENGTHS[k]);
            note(warm[k], i, stepsTo(bound, prices, target, MAX_STEPS), MAX_STEPS);
        }
    }

    private static void note(SolverWork work, int i, int steps, int limit) {
        work.note(i, Math.min(steps, limit), steps <= limit);
    }

    /** The steps until a bound is reached, more than the limit if it is not; as {@code lagrangian} climbs. */
    private static int stepsTo(double bound, ServerPriceSubgradient prices, double target, int limit) {
        for (int step = 1; step <= limit; step++) {
            if (!prices.isClimbing()) {
                prices.restart(LENGTHS[0]);
            }
            prices.step(target);
            if (prices.bestBound() >= bound) {
                return step;
            }
        }
        return limit + 1;
    }

    /** What {@code ddl-price} leaves for other solvers: the request has its prices, and it starts with its placement. */
    private static SolveRequest stated(ScenarioQuestion question, KeptPrices prices) {
        SolveRequest request = SolveRequest.of(question.instance()).withPrices(prices);
        SolveResult decided = new PriceSolver(PriceModel.shipped(), Polish.LOCAL_SEARCH).solve(request);
        return request.withStart(decided.placement().orElseThrow());
    }

    private static Table proofs(AblationCell cell, int count) {
        List<ScenarioQuestion> questions = cell.questions(count, SEED);
        PlacementSolver cold = new BranchAndBoundSolver();
        PlacementSolver warm = BranchAndBoundSolver.fromKeptPrices();
        SolverWork[] work = new SolverWork[4];
        Arrays.setAll(work, k -> new SolverWork(count));
        for (int i = 0; i < count; i++) {
            SolveRequest plain = SolveRequest.of(questions.get(i).instance());
            SolveRequest stated = stated(questions.get(i), new KeptPrices());
            prove(cold, plain, work[0], i);
            prove(warm, plain.withPrices(stated.prices()), work[1], i);
            prove(cold, stated, work[2], i);
            prove(warm, stated, work[3], i);
        }
        String[] starts = {COLD, "prices", "placement", "prices and placement"};
        TableBuilder table = table();
        for (int k = 0; k < starts.length; k++) {
            addRow(table, cell, "branch-and-bound", "proof", starts[k], work[k], work[0]);
        }
        return table.build();
    }

    private static void prove(PlacementSolver solver, SolveRequest request, SolverWork work, int i) {
        SolveResult result = solver.solve(request.withBudget(Budget.ofNodes(MAX_NODES)));
        work.note(i, Math.max(1, result.nodes()), result.status() == SolveStatus.OPTIMAL);
    }

    private static TableBuilder table() {
        return new TableBuilder("warm-start", "")
                .columns(
                        Columns.SOLVER,
                        Columns.PROFILE,
                        Columns.SIZE,
                        Columns.TARGET,
                        Columns.START,
                        Columns.SCENARIOS,
                        Columns.REACHED)
                .interval(Columns.NODES)
                .interval(Columns.NODE_RATIO)
                .columns(Columns.VERDICT);
    }

    private static void addRow(
            TableBuilder table,
            AblationCell cell,
            String solver,
            String target,
            String start,
            SolverWork work,
            SolverWork cold) {
        Interval nodes = Interval.bootstrap(work.nodes());
        PairedDifference paired = PairedDifference.of(work.logs(), cold.logs());
        boolean isCold = start.equals(COLD);
        Interval logs = isCold ? Interval.bootstrap(new double[0]) : paired.interval();
        table.row(
                solver,
                cell.devices(),
                cell.size(),
                target,
                start,
                work.nodes().length,
                work.reached(),
                nodes.mean(),
                nodes.low(),
                nodes.high(),
                Math.exp(logs.mean()),
                Math.exp(logs.low()),
                Math.exp(logs.high()),
                isCold ? COLD : paired.verdict());
    }

    /** Limits and readings. */
    static List<String> notes() {
        return List.of(
                "Warm starts: lagrangian takes steps of prices of servers, towards the cost of the greedy placement,"
                        + " until it has the bound of 20 and of 100 steps from prices of 0, but for a thousandth of the"
                        + " gap to that cost. After " + MAX_STEPS + " steps it counts as not reached."
                        + " branch-and-bound searches " + MAX_NODES
                        + " nodes at most. Without an end, work counts as the limit.",
                "The ratio of nodes is that of geometric means, warm to cold, and below 100 % is better. To state prices"
                        + " takes " + EVALUATIONS + " evaluations of a relaxation, and the arithmetic of the networks:"
                        + " where it says so, these evaluations are counted as nodes. In auto, ddl-price runs before"
                        + " lagrangian anyway.");
    }
}
