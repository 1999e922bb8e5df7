package dev.twinplace.exact.enumeration;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One enumeration, cut into jobs by the servers of the last few twins.
 *
 * <p>The cut depends on the problem alone, each job's share of the node budget on its index, and the best of all jobs on
 * cost and index: so threads, which take jobs in order, change nothing but the time.
 */
final class Enumeration {
    private static final int FEWEST_JOBS = 64;

    private final PlacementProblem problem;
    private final Budget budget;
    private final BudgetMeter meter;
    private final double lowerBound;
    private final IncumbentListener listener;
    private final int prefix;
    private final long jobs;
    private final long jobSize;
    private final AtomicLong nextJob = new AtomicLong();
    private volatile boolean stopped;

    private boolean complete = true;
    private long evaluated;
    private double bestCost = Double.POSITIVE_INFINITY;
    private long bestJob;
    private int[] best;

    Enumeration(
            PlacementProblem problem, Budget budget, BudgetMeter meter, double lowerBound, IncumbentListener listener) {
        this.problem = problem;
        this.budget = budget;
        this.meter = meter;
        this.lowerBound = lowerBound;
        this.listener = listener;
        int cut = 0;
        while (cut < problem.twins() - PrefixEnumeration.SWEPT
                && power(problem.servers(), cut) < FEWEST_JOBS
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

    void run(int threads) {
        if (threads == 1) {
            work();
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<Void> worker = () -> {
                work();
                return null;
            };
            List<Future<Void>> workers = new ArrayList<>();
            for (Callable<Void> each : Collections.nCopies(threads, worker)) {
                workers.add(executor.submit(each));
            }
            for (Future<Void> each : workers) {
                await(each);
            }
        } finally {
            executor.shutdown();
        }
    }

    /** Waits for a worker to end; an interrupt makes all stop early and stays set. */
    private void await(Future<Void> worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
            } catch (ExecutionException e) {
                stopped = true;
                throw new IllegalStateException("enumeration failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        PrefixEnumeration enumeration = new PrefixEnumeration(problem, prefix);
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
        return stopped || meter.isSpent(0);
    }

    private synchronized void leaveOut() {
        complete = false;
    }

    private synchronized void collect(long job, PrefixEnumeration enumeration, boolean whole) {
        evaluated += enumeration.evaluated();
        complete &= whole;
        double cost = enumeration.bestCost();
        boolean better = cost < bestCost;
        if (better || (cost == bestCost && job < bestJob)) {
            bestCost = cost;
            bestJob = job;
            best = enumeration.best().clone();
        }
        if (better) {
            listener.improved(cost, lowerBound, meter.elapsed());
        }
    }

    synchronized SolveResult result() {
        boolean proven = complete && !stopped;
        if (best == null) {
            return proven
                    ? SolveResult.infeasible(evaluated, meter.elapsed())
                    : SolveResult.unknown(lowerBound, evaluated, meter.elapsed());
        }
        return proven
                ? SolveResult.optimal(problem, best, evaluated, meter.elapsed())
                : SolveResult.of(problem, best, lowerBound, evaluated, meter.elapsed());
    }
}
