package dev.twinplace.exact.auto;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceSolver;
import dev.twinplace.exact.bound.ManyAlike;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.columngeneration.ColumnGenerationSolver;
import dev.twinplace.exact.decomposition.DecompositionSolver;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import dev.twinplace.exact.ortools.NativeLibrary;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.heuristic.ejection.EjectionChainSolver;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;

/**
 * The default: a proof where one fits the budget, otherwise the best placement and the best bound that our solvers reach
 * together.
 *
 * <table>
 *   <caption>Which solvers run; each has all of the time that is left unless stated</caption>
 *   <tr><th>problem</th><th>first</th><th>then</th></tr>
 *   <tr><td>nothing couples the twins</td><td>decomposition</td><td></td></tr>
 *   <tr><td>up to 400 cells</td><td></td><td>branch-and-bound</td></tr>
 *   <tr><td>contention alone</td><td>local-search; lagrangian, until its climbs end</td><td>branch-and-bound</td></tr>
 *   <tr><td>capacities, up to 1,200 cells</td><td>ddl-price; from 0.2 s on, ejection-chain for a tenth, 0.2 s at most</td>
 *       <td>branch-and-bound</td></tr>
 *   <tr><td>larger, one thread</td><td>ddl-price; prices for a quarter, from 8 s on for half</td><td>ejection-chain</td></tr>
 *   <tr><td>larger, more threads</td><td>ddl-price</td><td>ejection-chain; beside it, on one of them, prices</td></tr>
 * </table>
 *
 * <p>With side constraints all is as with capacities, but without a first placement, and with half of the time for prices on one
 * thread, for those of rows climb slowly.
 *
 * <p>The first placement, of local-search or ddl-price, is left out where the budget is less than 0.15 µs a cell. Prices are
 * those of column-generation with at least 4 s for them and up to 100,000 cells, otherwise of lagrangian. A cell is a twin on a
 * server. Small problems are proven in milliseconds; learned prices give a good placement, and prices to start from, before a
 * search has begun; under contention the bound of {@code lagrangian} leaves hardly a gap; under tight capacities chains of moves
 * find better placements than a tree or prices do, and prices better bounds. The benchmarks {@code PeerPlacement} and {@code
 * PublishedInstances} measure each of them beside the whole.
 *
 * <p>All share one incumbent and one bound; the result names the solver that gave each. Without a budget it stops after {@link
 * #DEFAULT_TIME}. A node is a node of any of them; a budget in nodes is not kept. On more than one thread the answer depends
 * on timing, on one only where time ends it.
 */
public final class AutoSolver implements PlacementSolver {
    /** The budget of time if none is given. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(1);

    /** Twins × servers up to which most proofs take milliseconds. */
    private static final long MAX_SMALL_CELLS = 400;

    /** Twins × servers up to which many proofs take seconds. */
    private static final long MAX_MEDIUM_CELLS = 1200;

    /** What local search, or a decision of networks, takes, which nothing shortens. */
    private static final Duration TIME_OF_FIRST_PLACEMENT_PER_CELL = Duration.ofNanos(150);

    /** The native code takes half a second to load, and a linear program of many cells as long. */
    private static final Duration MIN_TIME_OF_COLUMNS = Duration.ofSeconds(4);

    private static final Duration MIN_TIME_OF_CHAINS = Duration.ofMillis(20);

    /** Where branch-and-bound may need the placement only to prove it. */
    private static final Duration MAX_TIME_OF_CHAINS = Duration.ofMillis(200);

    @Override
    public boolean endsByTime() {
        return true;
    }

    @Override
    public void solve(SolveContext context) {
        Duration time = context.budget().nanos() == Long.MAX_VALUE
                ? DEFAULT_TIME
                : Duration.ofNanos(context.meter().nanosLeft());
        Schedule schedule = new Schedule(context, time);
        if (context.problem().isSeparable()) {
            schedule.work("decomposition", new DecompositionSolver());
        }
        long cells = (long) context.problem().twins() * context.problem().servers();
        if (cells > MAX_SMALL_CELLS) {
            if (context.problem().side().isNone()) {
                place(schedule, context.problem().hasCapacities(), cells);
            }
            ManyAlike.settle(context.part("counting", time, 1));
            if (!isLimited(context.problem())) {
                schedule.work("lagrangian", LagrangianSolver.untilClimbsEnd());
            } else if (cells <= MAX_MEDIUM_CELLS) {
                searchBriefly(schedule);
            } else {
                solveLarge(schedule, context, cells);
            }
        }
        schedule.work("branch-and-bound", new BranchAndBoundSolver());
    }

    private static boolean isLimited(PlacementProblem problem) {
        return problem.hasCapacities() || !problem.side().isNone();
    }

    private static void place(Schedule schedule, boolean hasCapacities, long cells) {
        if (schedule.left().compareTo(TIME_OF_FIRST_PLACEMENT_PER_CELL.multipliedBy(cells)) < 0) {
            return;
        }
        if (hasCapacities) {
            schedule.work("ddl-price", new PriceSolver(PriceModel.shipped(), Polish.LOCAL_SEARCH));
        } else {
            schedule.work("local-search", new LocalSearchHeuristic());
        }
    }

    private static void searchBriefly(Schedule schedule) {
        Duration tenth = schedule.left().dividedBy(10);
        if (tenth.compareTo(MIN_TIME_OF_CHAINS) >= 0) {
            Duration limit = tenth.compareTo(MAX_TIME_OF_CHAINS) < 0 ? tenth : MAX_TIME_OF_CHAINS;
            schedule.workFor(limit, "ejection-chain", new EjectionChainSolver());
        }
    }

    private static void solveLarge(Schedule schedule, SolveContext context, long cells) {
        if (context.threads() == 1) {
            Duration half = schedule.left().dividedBy(2);
            boolean hasTimeForColumns = half.compareTo(MIN_TIME_OF_COLUMNS) >= 0;
            boolean needsHalf = hasTimeForColumns || !context.problem().side().isNone();
            climb(schedule, needsHalf ? half : half.dividedBy(2), cells, new ColumnGenerationSolver());
            schedule.work("ejection-chain", new EjectionChainSolver());
        } else {
            schedule.workBeside(
                    "ejection-chain",
                    new EjectionChainSolver(),
                    () -> climb(schedule, schedule.left(), cells, ColumnGenerationSolver.besideChains()));
        }
    }

    /** By linear programs where there is time for them; where the native code is missing, prices do without. */
    private static void climb(Schedule schedule, Duration limit, long cells, ColumnGenerationSolver columns) {
        boolean isWorthwhile = cells <= ColumnGenerationSolver.MAX_CELLS && limit.compareTo(MIN_TIME_OF_COLUMNS) >= 0;
        if (isWorthwhile && NativeLibrary.problem().isEmpty()) {
            schedule.workOnOneThread(limit, "column-generation", columns);
        } else {
            schedule.workOnOneThread(limit, "lagrangian", new LagrangianSolver());
        }
    }
}
