package dev.twinplace.reports.experiment.moves;

import java.util.ArrayList;
import java.util.List;

/**
 * When to move twins: a decision takes a move to cost so much, which may differ from its real cost.
 *
 * @param label in tables
 * @param assumedCost of a move
 */
record MovePolicy(String label, double assumedCost) {
    static final String STAY = "move only what must";
    static final String OPTIMISE = "optimise anew";
    static final String REPLAN = "replan";

    /** Above all that a move can save. */
    private static final double PROHIBITIVE = 1e5;

    /** Stays, replans at these shares of the real cost of a move, and optimises anew at no cost. */
    static List<MovePolicy> around(double moveCost, List<Double> shares) {
        List<MovePolicy> policies = new ArrayList<>();
        policies.add(new MovePolicy(STAY, PROHIBITIVE));
        for (double share : shares) {
            String label = share == 1 ? REPLAN : REPLAN + ", " + text(share) + " of the move cost";
            policies.add(new MovePolicy(label, share * moveCost));
        }
        policies.add(new MovePolicy(OPTIMISE, 0));
        return policies;
    }

    private static String text(double share) {
        return share == Math.rint(share) ? Integer.toString((int) share) : Double.toString(share);
    }
}
