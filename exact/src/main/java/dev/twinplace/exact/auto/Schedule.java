package dev.twinplace.exact.auto;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveThread;
import java.time.Duration;

/** Solvers that take turns at one solve, or work on it at the same time. Nothing is asked of them once it is settled. */
final class Schedule {
    private final SolveContext context;
    private final Duration time;

    /**
     * From now on.
     *
     * @param time that all of them have together
     */
    Schedule(SolveContext context, Duration time) {
        this.context = context;
        this.time = time;
    }

    /** Of all of the time. */
    Duration left() {
        Duration left = time.minus(context.meter().elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** With all threads, for the time that is left. */
    void work(String id, PlacementSolver solver) {
        workFor(time, id, solver);
    }

    /** With all threads, for the time that is left or for {@code limit} if that is less. */
    void workFor(Duration limit, String id, PlacementSolver solver) {
        if (isOpen()) {
            Duration left = left();
            solver.solve(context.part(id, limit.compareTo(left) < 0 ? limit : left, context.threads()));
        }
    }

    /** Whether something is left to do, and time to do it; a first placement is looked for in any case. */
    private boolean isOpen() {
        return !context.isSettled() && !(context.hasIncumbent() && context.isOver(0));
    }

    /** Both for the time that is left, the second on one thread. */
    void workBeside(String id, PlacementSolver solver, String onOneThread, PlacementSolver other) {
        if (!isOpen()) {
            return;
        }
        SolveContext part = context.part(id, left(), context.threads() - 1);
        SolveThread<Void> beside = SolveThread.start(context, id, () -> {
            solver.solve(part);
            return null;
        });
        other.solve(context.part(onOneThread, left(), 1));
        beside.await();
    }
}
