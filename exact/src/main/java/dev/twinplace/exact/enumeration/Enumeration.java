package dev.twinplace.exact.enumeration;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveContext;
import dev.twinplace.parallel.WorkerPool;
import dev.twinplace.problem.PlacementProblem;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * One enumeration, cut into jobs by the servers of the last few twins.
 *
 * <p>The cut depends on the problem alone, each job's share of the node budget on its index, and jobs offer what they found
 * in the order of their indices: so threads, which take jobs in order, change nothing but the time. The least excess found
 * so far is shared, which only spares threads the look at placements that are worse.
 */
final class Enumeration {
    /** Enough to keep many threads busy to the end. */
    static final int MIN_JOBS = 64;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final SolveContext context;
    private final Budget budget;
    private final LoadGrid loads;
    private final DoubleAccumulator leastExcess = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
    private final int prefix;
    private final long jobs;
    private final long jobSize;
    private final AtomicLong nextJob = new AtomicLong();
    private volatile boolean stopped;

    private boolean complete = true;
    private boolean concluded;
    private long evaluated;
    private final TreeMap<Long, Optional<int[]>> finished = new TreeMap<>();
    private long offered;

    /**
     * Sets up an enumeration.
     *
     * @param minJobs cut into this many jobs at least, if the problem has so many prefixes
     */
    Enumeration(SolveContext context, int minJobs) {
        this.context = context;
        budget = context.budget();
        PlacementProblem problem = context.problem();
        loads = new LoadGrid(problem);
        int cut = 0;
        while (cut < problem.twins() - PrefixEnumeration.SWEPT
                && power(problem.servers(), cut) < minJobs
                && problem.servers() > 1) {
            cut++;
        }
        prefix = cut;
        jobs = power(problem.servers(), prefix);
        jobSize = power(problem.servers(), problem.twins() - prefix);
    }

    /** base^exponent, or the largest long if that is smaller. */
    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            if (power > Long.MAX_VALUE / base) {
                return Long.MAX_VALUE;
            }
            power *= base;
        }
        return power;
    }

    void run() {
        Callable<Void> worker = () -> {
            work();
            return null;
        };
        try (WorkerPool workers = new WorkerPool(context.threads(), "enumeration")) {
            workers.run(Collections.nCopies(context.threads(), worker));
        } catch (CancellationException e) {
            stopped = true; // the flag of this thread stays set
        } catch (RuntimeException | Error e) {
            stopped = true;
            throw e;
        }
    }

    private void work() {
        PrefixEnumeration enumeration = new PrefixEnumeration(context, prefix, loads, leastExcess);
        for (long job = nextJob.getAndIncrement(); job < jobs; job = nextJob.getAndIncrement()) {
            long limit = shareOfBudget(job);
            if (limit == 0) {
                leaveOut(); // this job and all later ones; others may still be at work on their share
                return;
            }
            if (shouldStop()) {
                stopped = true;
                return;
            }
            boolean whole = enumeration.run(job, limit, this::shouldStop);
            collect(job, enumeration, whole);
        }
    }

    private long shareOfBudget(long job) {
        if (budget.nodes() == Long.MAX_VALUE) {
            return jobSize;
        }
        boolean beyond = job > 0 && job > (budget.nodes() - 1) / jobSize;
        return beyond ? 0 : Math.min(jobSize, budget.nodes() - job * jobSize);
    }

    /** Time only: nodes are counted by share. */
    private boolean shouldStop() {
        return stopped || context.meter().isSpent(0);
    }

    private synchronized void leaveOut() {
        complete = false;
    }

    private synchronized void collect(long job, PrefixEnumeration enumeration, boolean whole) {
        if (concluded) {
            return; // after an interrupt, workers may end later
        }
        evaluated += enumeration.evaluated();
        complete &= whole;
        finished.put(job, enumeration.best());
        while (finished.containsKey(offered)) {
            finished.remove(offered).ifPresent(context::offer);
            offered++;
        }
    }

    /** States what is known after the run. */
    synchronized void conclude() {
        concluded = true;
        finished.values().forEach(best -> best.ifPresent(context::offer)); // of jobs after one that was stopped
        context.countNodes(evaluated);
        if (!complete || stopped) {
            return;
        }
        if (context.hasIncumbent()) {
            context.raiseBound(context.excess() * (1 - rounding()));
        } else {
            context.proveInfeasible();
        }
    }

    /** A placement evaluated by definition costs at least what was computed, less this share: each term is rounded so often. */
    private double rounding() {
        return 4.0 * (context.problem().twins() + context.problem().servers() + 4) * UNIT_ROUNDOFF;
    }
}
