package dev.twinplace.exact.auto;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveThread;
import java.time.Duration;

/** Runs solvers on one solve, in turn or at the same time. None starts once the solve is settled. */
final class Schedule {
    private final SolveContext context;
    private final Duration time;

    /**
     * The time starts now.
     *
     * @param time that all of them have together
     */
    Schedule(SolveContext context, Duration time) {
        this.context = context;
        this.time = time;
    }

    /** What is left of the time of all. */
    Duration left() {
        Duration left = time.minus(context.meter().elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Runs a solver on all threads, for the time that is left. */
    void work(String id, PlacementSolver solver) {
        workFor(time, id, solver);
    }

    /** Runs a solver on all threads, for the time that is left or for {@code limit} if that is less. */
    void workFor(Duration limit, String id, PlacementSolver solver) {
        work(limit, id, solver, context.threads());
    }

    /** As {@link #workFor}, on one thread. */
    void workOnOneThread(Duration limit, String id, PlacementSolver solver) {
        work(limit, id, solver, 1);
    }

    private void work(Duration limit, String id, PlacementSolver solver, int threads) {
        if (isOpen()) {
            Duration left = left();
            solver.solve(context.part(id, limit.compareTo(left) < 0 ? limit : left, threads));
        }
    }

    /** Whether a solver may start: the solve is not settled, and there is time left or no placement yet. */
    private boolean isOpen() {
        return !context.isSettled() && !(context.hasIncumbent() && context.isOver(0));
    }

    /** Runs a solver on all threads but this one, for the time that is left, and other work on this one. */
    void workBeside(String id, PlacementSolver solver, Runnable other) {
        if (!isOpen()) {
            return;
        }
        SolveContext part = context.part(id, left(), context.threads() - 1);
        SolveThread<Void> beside = SolveThread.start(context, id, () -> {
            solver.solve(part);
            return null;
        });
        other.run();
        beside.await();
    }
}
