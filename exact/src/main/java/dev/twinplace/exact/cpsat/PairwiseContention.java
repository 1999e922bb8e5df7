package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dev.twinplace.problem.PlacementProblem;

/**
 * Contention multiplied out: a twin meets its own work, and two twins on one server pay κ·(a<sub>m</sub>b<sub>n</sub> +
 * a<sub>n</sub>b<sub>m</sub>), if a Boolean says so that both together force up.
 *
 * <p>Takes any weights, at the price of M² Booleans per server and a weak relaxation: with fractions of ½ no pair shares a server.
 */
final class PairwiseContention {
    /** Takes off more than four roundings can add, so that a product of rounded numbers is at most the exact one. */
    static final double LOWERED = 1 - 0x1p-50;

    private final CpModel model;
    private final LinearExprBuilder objective;
    private final PlacementProblem problem;
    private final CostScale scale;

    PairwiseContention(CpModel model, LinearExprBuilder objective, PlacementProblem problem, CostScale scale) {
        this.model = model;
        this.objective = objective;
        this.problem = problem;
        this.scale = scale;
    }

    /** Adds one server's contention to the objective. O(M²). */
    void add(ServerTwins here) {
        double kappa = problem.contention(here.server());
        for (int i = 0; i < here.size(); i++) {
            int m = here.twin(i);
            double weight = problem.weight(m);
            objective.addTerm(here.isHere(i), scale.floorOfProduct(LOWERED * kappa * weight, problem.work(m)));
            for (int j = 0; j < i; j++) {
                int n = here.twin(j);
                double meeting = weight * problem.work(n) + problem.weight(n) * problem.work(m);
                long cost = scale.floorOfProduct(kappa, LOWERED * meeting);
                if (cost > 0) {
                    addMeeting(here, i, j, cost);
                }
            }
        }
    }

    private void addMeeting(ServerTwins here, int i, int j, long cost) {
        BoolVar both = model.newBoolVar("");
        model.addBoolOr(new Literal[] {here.isHere(i).not(), here.isHere(j).not(), both});
        objective.addTerm(both, cost);
        if (here.isHinted()) {
            model.addHint(both, here.isHintedHere(i) && here.isHintedHere(j));
        }
    }
}
