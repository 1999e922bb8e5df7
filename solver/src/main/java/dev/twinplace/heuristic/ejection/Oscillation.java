package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.SolveContext;
import dev.twinplace.heuristic.Opening;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One thread's search: cycles that let capacities go and take them back, each from the current placement, and restarts between
 * elite placements when cycles do not help any more.
 *
 * <p>A cycle lowers the penalties of a few servers that share a twin, or moves a few twins at random, and descends by chains;
 * then it raises the penalty of each server that is still overloaded and descends again, until the placement is feasible. That
 * is the adaptation of Yagiura, Ibaraki and Glover (2004), who raise and lower all penalties by whether a local optimum is
 * feasible, but local to the part of the placement that a cycle changes, so that its cost does not grow with the problem. The
 * outcome becomes the current placement unless it costs more by over a random, exponentially distributed threshold.
 */
final class Oscillation {
    /** A descent's evaluations for each first move: some, and what it takes to look at the twins of a few servers. */
    private static final int MIN_EFFORT = 60;

    private static final int SERVERS_PER_EFFORT = 4;

    /** Evaluations for each first move until there is a placement: shifts, and the first swaps. */
    private static final int QUICK_EFFORT = 1;

    /**
     * Penalties between cycles, in units. Which is best depends on how demands and costs are distributed: every other cycle
     * takes the one that led to the best placement, the others draw.
     */
    private static final double[] PENALTIES = {0.02, 0.1, 0.3, 1};

    private static final double LOWERED = 0.1;
    private static final double RAISE = 1.5;
    private static final double MIN_RAISE = 0.01;
    private static final int MAX_RAISES = 100;

    /** Raises after which overload that wanders is met with higher penalties everywhere. */
    private static final int LOCAL_RAISES = 10;

    private static final double RAISE_ELSEWHERE = 1.2;

    /** Raises of penalties while there is no feasible placement to go back to. */
    private static final int MAX_FIRST_RAISES = 400;

    private static final double THRESHOLD = 0.5;
    private static final int MAX_KICKS = 3;

    /** Nodes for each twin without a better placement after which elites are relinked. */
    private static final long PATIENCE = 1000;

    /** Cycles that move loads by rounding before these are summed anew. */
    private static final int CYCLES_BETWEEN_SUMS = 64;

    /** Without a limit the search ends when so many restarts in a row have not helped. */
    private static final int MAX_IDLE_RESTARTS = 2;

    private static final int FIRST_STRIDE = 7919;

    private final SolveContext context;
    private final PricedProblem problem;
    private final WorkingPlacement placement;
    private final ChainDescent descent;
    private final PathRelinking relinking;
    private final ElitePool elites;
    private final SplittableRandom random;
    private final int[] current;
    private final int effort;
    private double currentValue = Double.POSITIVE_INFINITY;
    private long improvedAt;
    private int idleRestarts;
    private int kind;
    private int lastSuccess;

    /**
     * For one of several threads.
     *
     * @param index of the thread: the first descents of all begin with different twins, and draws differ
     * @param maxNodes of this search, at least 1
     */
    Oscillation(SolveContext context, PricedProblem problem, ElitePool elites, int index, long maxNodes) {
        this.context = context;
        this.problem = problem;
        this.elites = elites;
        placement = new WorkingPlacement(problem);
        descent = new ChainDescent(context, placement, Math.floorMod(index * FIRST_STRIDE, problem.twins), maxNodes);
        relinking = new PathRelinking(placement);
        random = new SplittableRandom(context.seed() + index);
        current = new int[problem.twins];
        effort = MIN_EFFORT + SERVERS_PER_EFFORT * (problem.twins / problem.servers);
    }

    /** Searches until the solve is over or, if it has no limit, until restarts do not help. */
    void search(int[] start) {
        boolean limited = !context.budget().isUnlimited();
        begin(start);
        for (long cycle = 1; !descent.isOver() && (limited || idleRestarts < MAX_IDLE_RESTARTS); cycle++) {
            if (cycle % CYCLES_BETWEEN_SUMS == 0) {
                placement.sumAnew();
            }
            if (descent.nodes() - improvedAt >= PATIENCE * problem.twins) {
                restart();
            } else {
                perturb();
            }
            cycle(effort);
        }
    }

    long nodes() {
        return descent.nodes();
    }

    long evaluations() {
        return descent.evaluations();
    }

    private void begin(int[] start) {
        placement.reset(start);
        if (problem.hasSide && placement.isFeasible()) {
            currentValue = placement.value();
            System.arraycopy(start, 0, current, 0, current.length);
            setPenalties(problem.unit);
            cycle(effort);
        } else {
            beginWith(start, QUICK_EFFORT);
            beginWith(start, effort);
        }
        if (!context.hasIncumbent()) {
            Opening.placeGreedily(context);
        }
    }

    private void beginWith(int[] start, int chainEffort) {
        setPenalties(problem.unit * LOWERED);
        placement.reset(start);
        System.arraycopy(start, 0, current, 0, current.length);
        currentValue = Double.POSITIVE_INFINITY;
        cycle(chainEffort);
    }

    /** Descends, and raises penalties until the placement is feasible. */
    private void cycle(int chainEffort) {
        double before = descent.bestValue();
        descent.descend(chainEffort);
        int maxRaises = currentValue < Double.POSITIVE_INFINITY ? MAX_RAISES : MAX_FIRST_RAISES;
        for (int raises = 0; raises < maxRaises && !descent.isOver() && raisePenalties(raises); raises++) {
            descent.descend(chainEffort);
        }
        accept();
        if (descent.bestValue() < before) {
            improvedAt = descent.nodes();
            idleRestarts = 0;
            lastSuccess = kind;
        }
    }

    private void accept() {
        boolean feasible = placement.isFeasible();
        double value = placement.value();
        double threshold = -THRESHOLD * problem.unit * Math.log(1 - random.nextDouble());
        if (currentValue == Double.POSITIVE_INFINITY || (feasible && value <= currentValue + threshold)) {
            System.arraycopy(placement.serverOf, 0, current, 0, current.length);
            currentValue = feasible ? value : Double.POSITIVE_INFINITY;
        } else {
            placement.moveTo(current);
        }
    }

    private boolean raisePenalties(int raises) {
        boolean raised = false;
        for (int s = 0; s < problem.servers; s++) {
            if (placement.isOverloaded(s)) {
                placement.setPenalty(s, placement.penalty[s] * RAISE + problem.unit * MIN_RAISE);
                placement.touch(s);
                raised = true;
            } else if (raises > LOCAL_RAISES) {
                placement.setPenalty(s, placement.penalty[s] * RAISE_ELSEWHERE);
            }
        }
        return raised;
    }

    private void setPenalties(double value) {
        for (int s = 0; s < problem.servers; s++) {
            placement.setPenalty(s, value);
        }
    }

    private void perturb() {
        kind = random.nextBoolean() ? lastSuccess : random.nextInt(PENALTIES.length);
        double usual = problem.unit * PENALTIES[kind];
        if (currentValue < Double.POSITIVE_INFINITY) {
            setPenalties(usual);
        }
        boolean lower = random.nextBoolean();
        if (lower) {
            lowerPenalties(usual);
        }
        if (!lower || random.nextBoolean()) {
            kick();
        }
    }

    private void lowerPenalties(double usual) {
        int row = random.nextInt(problem.twins) * problem.width;
        int number = 1 + random.nextInt(problem.width);
        for (int k = 0; k < number; k++) {
            int s = problem.candidate[row + k];
            placement.setPenalty(s, usual * LOWERED * (0.5 + random.nextDouble()));
            placement.touch(s);
        }
    }

    private void kick() {
        int kicks = 1 + random.nextInt(MAX_KICKS);
        for (int i = 0; i < kicks; i++) {
            int m = random.nextInt(problem.twins);
            int rank = Math.min(random.nextInt(problem.width), random.nextInt(problem.width));
            int cell = m * problem.width + rank;
            if (problem.candidateCost[cell] < Double.POSITIVE_INFINITY) {
                placement.move(m, problem.candidate[cell]);
            }
        }
    }

    /** Begins anew between the current placement and an elite. */
    private void restart() {
        improvedAt = descent.nodes();
        idleRestarts++;
        if (currentValue < Double.POSITIVE_INFINITY) {
            elites.add(current, currentValue);
        }
        if (elites.size() == 0) {
            return;
        }
        int[] target = elites.get(random.nextInt(elites.size()));
        setPenalties(problem.unit * LOWERED);
        if (relinking.goHalfway(target, random) == 0 || Arrays.equals(current, target)) {
            kick();
        }
        currentValue = Double.POSITIVE_INFINITY;
    }
}
