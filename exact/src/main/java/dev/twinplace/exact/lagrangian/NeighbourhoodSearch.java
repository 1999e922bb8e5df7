package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.bound.ReducedCosts;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.problem.PlacementProblem;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Improves the incumbent of a solve by solving parts of it: the twins of a few servers that compete for the same twins may
 * all change places, the others stay (large neighbourhood search, Shaw, CP 1998, with a proof as the repair). The incumbent
 * is the context's, whichever solver found it.
 */
final class NeighbourhoodSearch {
    private static final int MAX_TWINS = 60;
    private static final int MAX_SERVERS = 10;

    /** Smaller losses may be rounding. */
    private static final double MARGIN = 1 + 1e-9;

    private static final int FIRST_NODES = 8;
    private static final int MAX_NODES = 1 << 20;

    private final SolveContext context;
    private final PlacementProblem problem;
    private final IncrementalCost placement;
    private final BranchAndBoundSolver solver = new BranchAndBoundSolver();
    private final SplittableRandom random;
    private final double[] affinity;
    private final double[] lossOn;
    private final boolean[] chosen;
    private int[] incumbent;
    private int maxNodes = FIRST_NODES;
    private int inVain;
    private boolean exhausted;
    private long nodes;

    NeighbourhoodSearch(SolveContext context, long seed) {
        this.context = context;
        problem = context.reduced();
        placement = new IncrementalCost(problem);
        random = new SplittableRandom(seed);
        affinity = new double[problem.servers()];
        lossOn = new double[problem.servers()];
        chosen = new boolean[problem.servers()];
        exhausted = problem.servers() == 1;
    }

    /**
     * Solves parts, if there is an incumbent. When as many in a row as there are servers bring nothing, the next may take
     * twice as many nodes.
     *
     * @param parts at most so many
     * @param nodesBefore what a limit of nodes was spent on before
     */
    void search(ReducedCosts prices, int parts, long nodesBefore) {
        for (int i = 0; i < parts && !exhausted && !context.isOver(nodesBefore + nodes); i++) {
            nodes++;
            if (context.hasIncumbent() && !solvePart(prices, nodesBefore)) {
                inVain++;
            }
            if (inVain >= problem.servers()) {
                inVain = 0;
                maxNodes = Math.min(MAX_NODES, 2 * maxNodes);
            }
        }
    }

    private boolean solvePart(ReducedCosts prices, long nodesBefore) {
        incumbent = context.incumbent();
        placement.reset(incumbent);
        Neighbourhood part = choose(prices);
        if (part == null) {
            return false;
        }
        long nodesLeft = Math.max(0, context.budget().nodes() - nodesBefore - nodes);
        SolveResult result = solver.solve(SolveRequest.of(part.problem())
                .withBudget(new Budget(context.meter().nanosLeft(), Math.min(maxNodes, nodesLeft)))
                .withStart(part.present())
                .withCancellation(context.cancellation()));
        nodes += result.nodes();
        exhausted = part.isAllOf(problem) && result.status() == SolveStatus.OPTIMAL;
        if (result.placement().isEmpty()) {
            return false;
        }
        part.apply(result.placement().get(), incumbent);
        return context.offer(incumbent);
    }

    /** Nodes of all searches, and one for each part. */
    long nodes() {
        return nodes;
    }

    /** Whether the one part there is, the whole, is solved. */
    boolean isExhausted() {
        return exhausted;
    }

    /**
     * A server that is far from what its prices promise, then those that its twins, and theirs, would rather be on. Of their
     * twins those that may move: no better placement of the part has a reduced cost above what the part loses now. Null
     * if none may.
     */
    private Neighbourhood choose(ReducedCosts prices) {
        findLosses(prices);
        Arrays.fill(chosen, false);
        Arrays.fill(affinity, 0);
        IntArrayList servers = new IntArrayList();
        IntArrayList twins = new IntArrayList();
        IntArrayList movable = new IntArrayList();
        double loss = 0;
        int server = draw(lossOn);
        server = server < 0 ? random.nextInt(problem.servers()) : server;
        while (server >= 0 && movable.size() < MAX_TWINS && servers.size() < MAX_SERVERS) {
            chosen[server] = true;
            servers.add(server);
            addTwins(server, twins, prices);
            loss += lossOn[server];
            findMovable(twins, servers, loss * MARGIN, prices, movable);
            server = draw(affinity);
        }
        if (movable.size() > MAX_TWINS) {
            keepSome(movable);
        }
        return movable.isEmpty()
                ? null
                : Neighbourhood.of(placement, movable.toIntArray(), servers.toIntArray(), prices, loss * MARGIN);
    }

    /** What the placement costs more on each server than its prices promise. O(M + R). */
    private void findLosses(ReducedCosts prices) {
        Arrays.fill(lossOn, 0);
        for (int m = 0; m < incumbent.length; m++) {
            lossOn[incumbent[m]] += prices.size(m);
        }
        for (int s = 0; s < lossOn.length; s++) {
            double product = placement.weightOn(s) * placement.workOn(s);
            lossOn[s] = prices.surplus(s, placement.loadOn(s), product, lossOn[s]);
        }
        prices.addSurplusOfRows(incumbent, lossOn);
        for (int m = 0; m < incumbent.length; m++) {
            lossOn[incumbent[m]] += prices.of(m, incumbent[m]);
        }
    }

    private void findMovable(
            IntArrayList twins, IntArrayList servers, double loss, ReducedCosts prices, IntArrayList movable) {
        movable.clear();
        for (int i = 0; i < twins.size(); i++) {
            int m = twins.getInt(i);
            boolean moves = false;
            for (int j = 0; j < servers.size() && !moves; j++) {
                int s = servers.getInt(j);
                moves = s != incumbent[m] && problem.fits(m, s) && prices.of(m, s) < loss;
            }
            if (moves) {
                movable.add(m);
            }
        }
    }

    private void addTwins(int server, IntArrayList twins, ReducedCosts prices) {
        for (int m = 0; m < incumbent.length; m++) {
            boolean here = incumbent[m] == server;
            if (here) {
                twins.add(m);
            }
            for (int k = 0; k < prices.candidates(); k++) {
                int other = prices.candidate(m, k);
                if (here) {
                    affinity[other] += 1.0 / (1 + k);
                } else if (other == server) {
                    affinity[incumbent[m]] += 1.0 / (1 + k);
                }
            }
        }
    }

    /** A server that is not chosen yet, with probability in proportion to its weight; -1 if there is none. */
    private int draw(double[] weight) {
        double sum = 0;
        int drawn = -1;
        for (int s = 0; s < weight.length; s++) {
            double share = chosen[s] ? 0 : weight[s];
            sum += share;
            if (share > 0 && random.nextDouble() * sum < share) {
                drawn = s;
            }
        }
        return drawn;
    }

    /** Keeps as many twins as a part may have, chosen at random. */
    private void keepSome(IntArrayList twins) {
        for (int i = 0; i < MAX_TWINS; i++) {
            int j = i + random.nextInt(twins.size() - i);
            int swapped = twins.getInt(i);
            twins.set(i, twins.getInt(j));
            twins.set(j, swapped);
        }
        twins.size(MAX_TWINS);
    }
}
