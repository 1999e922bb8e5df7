package dev.twinplace.exact.mip;

import dev.twinplace.api.SolveContext;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Depth-first branch and bound: a node's children put one twin on each of its servers, the one of the least bound first.
 *
 * <p>A node leaves the search by a bound that holds, because some twin has no server left, as an evaluated placement, or
 * replaced by all its children. So when none is open, every placement is either measured or no better than the incumbent,
 * independent of what the linear programs said.
 */
final class MipTreeSearch {
    /** Above the rounding of a sum of all costs: no excess is as large as this many times the problem's magnitude. */
    private static final double ABOVE_ALL = 1 + 1e-6;

    private final SolveContext context;
    private final TimeBox time;
    private final PlacementProblem problem;
    private final Deque<MipNode> open = new ArrayDeque<>();
    private long nodes;

    MipTreeSearch(SolveContext context, TimeBox time) {
        this.context = context;
        this.time = time;
        problem = context.reduced();
        open.push(MipNode.root());
    }

    /** Searches until the tree is exhausted or the budget is spent. */
    void run() {
        while (isToGoOn()) {
            MipNode node = open.pop();
            if (node.bound() < cutoff()) {
                nodes++;
                expand(node);
            }
        }
        context.countNodes(nodes);
        if (!open.isEmpty()) {
            return;
        }
        if (context.hasIncumbent()) {
            context.proveIncumbent();
        } else {
            context.proveInfeasible();
        }
    }

    private boolean isToGoOn() {
        if (open.isEmpty()) {
            return false;
        }
        raiseBound();
        return !context.meter().isSpent(nodes);
    }

    /** A placement of this excess or more is of no interest. */
    private double cutoff() {
        return context.hasIncumbent()
                ? context.optimality().cutoff(context.excess())
                : problem.costMagnitude() * ABOVE_ALL + Double.MIN_NORMAL;
    }

    /** What is open costs at least the least of its bounds, what is closed at least what the cutoff proves. */
    private void raiseBound() {
        double bound = open.stream().mapToDouble(MipNode::bound).min().orElseThrow();
        double proven =
                context.hasIncumbent() ? context.optimality().provenBound(context.excess()) : Double.POSITIVE_INFINITY;
        context.raiseBound(Math.min(bound, proven));
    }

    private void expand(MipNode node) {
        int[] decisions = node.decisions(problem.twins());
        if (IntStream.of(decisions).noneMatch(s -> s == MipNode.UNDECIDED)) {
            context.offer(decisions);
            return;
        }
        RemainingProblem remaining = new RemainingProblem(problem, decisions, cutoff());
        int scarcest = IntStream.range(0, remaining.size())
                .boxed()
                .min(Comparator.comparingInt(remaining::choices))
                .orElseThrow();
        if (remaining.choices(scarcest) > 1) {
            relax(node, decisions, remaining);
        } else if (remaining.choices(scarcest) == 1) {
            int server = IntStream.range(0, problem.servers())
                    .filter(s -> remaining.isAllowed(scarcest, s))
                    .findFirst()
                    .orElseThrow();
            open.push(node.child(remaining.twin(scarcest), server, node.bound()));
        }
    }

    private void relax(MipNode node, int[] decisions, RemainingProblem remaining) {
        NodeRelaxation relaxation = new NodeRelaxation(remaining, time);
        MipNode bounded = node.withBound(Math.max(node.bound(), relaxation.bound()));
        if (!relaxation.isSolved() && context.meter().ofTimeAlone().isSpent(0)) {
            open.push(bounded);
            return;
        }
        if (relaxation.isSolved()) {
            context.offer(remaining.complete(decisions, relaxation.rounded()));
        }
        if (bounded.bound() < cutoff()) {
            branch(bounded, remaining, relaxation);
        }
    }

    private void branch(MipNode node, RemainingProblem remaining, NodeRelaxation relaxation) {
        int i = relaxation.mostFractional();
        List<MipNode> children = IntStream.range(0, problem.servers())
                .filter(s -> remaining.isAllowed(i, s))
                .mapToObj(s -> node.child(remaining.twin(i), s, Math.max(node.bound(), relaxation.bound(i, s))))
                .sorted(Comparator.comparingDouble(MipNode::bound))
                .toList();
        for (int c = children.size() - 1; c >= 0; c--) {
            open.push(children.get(c));
        }
    }
}
