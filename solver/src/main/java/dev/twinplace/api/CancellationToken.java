package dev.twinplace.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends a solve from outside: the solver stops soon and its incumbent and bound remain.
 *
 * <p>Solvers ask {@link BudgetMeter#isSpent}, which knows the token; those that wait for foreign code register an action.
 * Thread-safe. A token cannot be reset.
 */
public final class CancellationToken {
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean cancelled;

    /** Cancels; runs the registered actions on this thread, once. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Registers what is to be done on cancellation, at once if that has happened.
     *
     * @param action must be brief and thread-safe
     * @return takes the registration back; it does not wait for an action that is running
     */
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    /** An action that waits for cancellation. */
    @FunctionalInterface
    public interface Registration {
        /** Takes the action back. */
        void remove();
    }
}
