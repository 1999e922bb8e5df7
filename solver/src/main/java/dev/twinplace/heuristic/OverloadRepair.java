package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import java.util.SplittableRandom;

/**
 * Makes a complete placement feasible that exceeds capacities, at little cost.
 *
 * <p>A local search on the weighted overload Σ<sub>s</sub> w<sub>s</sub>·max(0, load<sub>s</sub> − capacity<sub>s</sub>)/capacity<sub>s</sub>,
 * to which what exceeds side constraints on a server is added in the units of {@link SideOverload}.
 * Each step takes the server of largest weighted overload, and moves a twin away from it, or swaps one, such that the weighted
 * overload falls; of several such changes the one that costs least for each unit of it. Where there is none, the server's
 * weight grows by 1 and stays so: a shift of the overload to another server, and from there further, then pays. This is the
 * breakout method (Morris, AAAI 1993), with one weight for each constraint; it leads through chains of moves that no single
 * move or swap reaches.
 *
 * <p>Gives up when {@value #STEPS_PER_INDEX} steps for each twin and server, or {@value #MAX_IDLE_CHANGES} changes looked at,
 * have not led to a smaller overload. After half of these steps it may be in a cycle: from then on it also moves a twin at
 * random, from a fixed seed, wherever it raises a weight. A step is O(M + R), and O(M) more for each twin of the server that
 * has no swap.
 */
public final class OverloadRepair {
    private static final int STEPS_PER_INDEX = 20;
    private static final long SEED = 1;

    /** On large problems this ends a repair before its steps do. */
    private static final long MAX_IDLE_CHANGES = 20_000_000;

    /** Changes that a repair looks at even if the budget is spent, a matter of milliseconds: without a placement there is no answer. */
    private static final long FREE_CHANGES = 1_000_000;

    /** Smaller relative changes of the weighted overload may be rounding. */
    private static final double MIN_CHANGE = 1e-12;

    /** A server of so little capacity, relative to its load, counts as one of this: weighted overloads are finite. */
    private static final double MIN_RELATIVE_CAPACITY = 1e-9;

    /** Moves looked at in one go, at least: with fewer, a look at the clock would take as long. */
    private static final int MIN_MOVES = 4096;

    private final IncrementalCost placement;
    private final ProblemView problem;
    private final TwinsByServer twinsOn;
    private final double[] weight;
    private final double[] unit;
    private final SideOverload side;
    private final int[] best;
    private double bestOverload;
    private BudgetMeter meter;
    private long changes;
    private long steps;
    private SplittableRandom random; // null until it may be in a cycle
    private long idleChanges;
    private int turn;
    private int chosenTwin;
    private int chosenServer;
    private int chosenPartner;
    private double chosenPrice;

    /** For a placement that is complete whenever {@link #repair} is called. O(M + R) memory. */
    public OverloadRepair(IncrementalCost placement) {
        this.placement = placement;
        problem = placement.problem();
        twinsOn = new TwinsByServer(problem.twins(), problem.servers());
        weight = new double[problem.servers()];
        unit = new double[problem.servers()];
        side = new SideOverload(placement);
        best = new int[problem.twins()];
    }

    /**
     * Moves and swaps twins until no capacity is exceeded. Otherwise ends with the placement of least overload that it met.
     *
     * @param clock ends the search when its time is spent, but not before {@value #FREE_CHANGES} changes; its nodes are not looked at
     * @return whether the placement is feasible
     */
    public boolean repair(BudgetMeter clock) {
        steps = 0;
        bestOverload = placement.overload();
        if (bestOverload == 0) {
            return true;
        }
        start(clock);
        long maxIdleSteps = STEPS_PER_INDEX * ((long) problem.twins() + problem.servers());
        for (long idle = 0; idle < maxIdleSteps && idleChanges < MAX_IDLE_CHANGES && !isSpent(); idle++) {
            if (idle == maxIdleSteps / 2) {
                random = new SplittableRandom(SEED);
            }
            if (step() && isBest()) {
                if (bestOverload == 0) {
                    return true;
                }
                idle = 0;
                random = null;
                idleChanges = 0;
            }
        }
        if (placement.overload() > bestOverload) {
            placement.reset(best);
        }
        return false;
    }

    /** Moves and swaps of the last repair. */
    public long steps() {
        return steps;
    }

    private void start(BudgetMeter clock) {
        meter = clock.ofTimeAlone();
        changes = 0;
        turn = 0;
        idleChanges = 0;
        random = null;
        placement.copyTo(best);
        twinsOn.gather(placement);
        for (int s = 0; s < unit.length; s++) {
            double capacity = Math.max(problem.capacity(s), MIN_RELATIVE_CAPACITY * placement.loadOn(s));
            unit[s] = 1 / Math.max(capacity, Double.MIN_NORMAL);
            setWeight(s, 1);
        }
    }

    /** Keeps the placement if its overload is less than ever before. */
    private boolean isBest() {
        double overload = placement.overload();
        if (overload >= bestOverload * (1 - MIN_CHANGE)) {
            return false;
        }
        bestOverload = overload;
        placement.copyTo(best);
        return true;
    }

    private boolean isSpent() {
        return changes >= FREE_CHANGES && meter.isSpent(0);
    }

    /** Makes one change, or raises a weight and returns false. */
    private boolean step() {
        int s = mostOverloaded();
        if (chooseMove(s) || chooseSwap(s)) {
            change(chosenTwin, chosenServer);
            if (chosenPartner >= 0) {
                change(chosenPartner, s);
            }
            steps++;
            return true;
        }
        setWeight(s, weight[s] + 1);
        if (random != null) {
            moveAtRandom(s);
        }
        return false;
    }

    private void setWeight(int s, double value) {
        weight[s] = value;
        side.setWeight(s, value);
    }

    private void moveAtRandom(int s) {
        int start = twinsOn.start(s);
        int twin = twinsOn.twin(start + random.nextInt(twinsOn.end(s) - start));
        int t = random.nextInt(weight.length);
        if (t != s && problem.fits(twin, t)) {
            change(twin, t);
            steps++;
        }
    }

    private int mostOverloaded() {
        int most = 0;
        double largest = 0;
        side.read();
        for (int s = 0; s < weight.length; s++) {
            double overload = weighted(s);
            if (overload > largest) {
                most = s;
                largest = overload;
            }
        }
        return most;
    }

    /** At the beginning of a step. */
    private double weighted(int server) {
        return weighted(server, placement.loadOn(server)) + weight[server] * side.of(server);
    }

    private double weighted(int server, double load) {
        return load > problem.loadLimit(server) ? weight[server] * unit[server] * (load - problem.capacity(server)) : 0;
    }

    private void change(int twin, int server) {
        placement.move(twin, server);
        twinsOn.move(twin, server);
    }

    /** Chooses a move off a server among those of as many twins as make O(M) moves, or of more until there is one. */
    private boolean chooseMove(int s) {
        startChoice();
        int start = twinsOn.start(s);
        int count = twinsOn.end(s) - start;
        int stretch = 1 + Math.max(MIN_MOVES, 4 * problem.twins()) / problem.servers();
        int offset = count > stretch ? turn++ % count : 0;
        for (int i = 0; i < count; i++) {
            if (i % stretch == 0 && i > 0 && (chosenTwin >= 0 || isSpent())) {
                break;
            }
            offerMoves(twinsOn.twin(start + (i + offset) % count), s);
        }
        return chosenTwin >= 0;
    }

    private void offerMoves(int twin, int s) {
        double load = placement.loadOn(s);
        double relief = weighted(s, load - problem.demand(twin, s)) - weighted(s, load) + side.weightedChange(s, -1, twin);
        double minChange = MIN_CHANGE * weighted(s);
        look(weight.length);
        for (int t = 0; t < weight.length; t++) {
            if (t == s || !problem.fits(twin, t)) {
                continue;
            }
            double there = placement.loadOn(t);
            double change = relief + weighted(t, there + problem.demand(twin, t)) - weighted(t, there);
            change += side.weightedChange(t, twin, -1);
            if (change < -minChange) {
                offer(placement.moveDelta(twin, t) / -change, twin, t, -1);
            }
        }
    }

    /** Chooses a swap with a twin of a server: of the first twin, in turn, that has one. */
    private boolean chooseSwap(int s) {
        startChoice();
        int start = twinsOn.start(s);
        int count = twinsOn.end(s) - start;
        for (int i = 0; i < count && chosenTwin < 0 && !isSpent(); i++) {
            offerSwaps(twinsOn.twin(start + turn++ % count), s);
        }
        return chosenTwin >= 0;
    }

    private void offerSwaps(int twin, int s) {
        double before = weighted(s, placement.loadOn(s));
        double minChange = MIN_CHANGE * weighted(s);
        look(problem.twins());
        double without = placement.loadOn(s) - problem.demand(twin, s);
        for (int t = 0; t < weight.length; t++) {
            if (t == s || !problem.fits(twin, t)) {
                continue;
            }
            double load = placement.loadOn(t);
            double with = load + problem.demand(twin, t);
            double there = weighted(t, load);
            int end = twinsOn.end(t);
            for (int i = twinsOn.start(t); i < end; i++) {
                int n = twinsOn.twin(i);
                double change = weighted(s, without + problem.demand(n, s)) - before + side.weightedChange(s, n, twin);
                if (change < 0) {
                    change += weighted(t, with - problem.demand(n, t)) - there + side.weightedChange(t, twin, n);
                    if (change < -minChange && problem.fits(n, s)) {
                        offer(placement.swapDelta(twin, n) / -change, twin, t, n);
                    }
                }
            }
        }
    }

    private void look(int atChanges) {
        changes += atChanges;
        idleChanges += atChanges;
    }

    private void startChoice() {
        chosenTwin = -1;
        chosenPrice = Double.POSITIVE_INFINITY;
    }

    private void offer(double price, int twin, int server, int partner) {
        if (price < chosenPrice || chosenTwin < 0) {
            chosenPrice = price;
            chosenTwin = twin;
            chosenServer = server;
            chosenPartner = partner;
        }
    }
}
