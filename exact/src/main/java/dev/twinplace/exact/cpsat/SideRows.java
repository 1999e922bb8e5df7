package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;
import java.util.Optional;

/**
 * The side constraints of a server, rounded as {@link CapacityRow} is: rows as sums with a limit, those of which no two fit together as
 * at most one; limits of work as sums that count where the twin with the limit is there.
 */
final class SideRows {
    private final CpModel model;
    private final PlacementProblem problem;
    private final SideConstraints side;

    SideRows(CpModel model, PlacementProblem problem) {
        this.model = model;
        this.problem = problem;
        side = problem.side();
    }

    /** Adds those of one server. O(M · rows), and O(M²) with limits of work. */
    void add(ServerTwins here) {
        if (side.isNone()) {
            return;
        }
        int[] indexOf = new int[problem.twins()];
        Arrays.fill(indexOf, -1);
        for (int i = 0; i < here.size(); i++) {
            indexOf[here.twin(i)] = i;
        }
        for (int r = 0; r < side.rows(); r++) {
            addRow(r, here, indexOf);
        }
        if (side.hasWorkLimits()) {
            addWorkLimits(here);
        }
    }

    private void addRow(int row, ServerTwins here, int[] indexOf) {
        double[] demand = new double[here.size()];
        int fitting = 0;
        Literal[] members = new Literal[side.members(row)];
        for (int i = 0; i < side.members(row); i++) {
            int index = indexOf[side.member(row, i)];
            if (index >= 0) {
                demand[index] = side.memberDemand(row, i);
                members[fitting++] = here.isHere(index);
            }
        }
        double limit = side.limit(row, here.server());
        if (limit == 1 && side.isSeparating(row)) {
            model.addAtMostOne(Arrays.copyOf(members, fitting));
        } else {
            CapacityRow.of(demand, limit, side.sumLimit(row, here.server()))
                    .ifPresent(units -> model.addLessOrEqual(sum(units, here), units.limit()));
        }
    }

    private void addWorkLimits(ServerTwins here) {
        double[] works = new double[here.size()];
        Arrays.setAll(works, i -> problem.work(here.twin(i)));
        for (int i = 0; i < works.length; i++) {
            int m = here.twin(i);
            Optional<CapacityRow> units =
                    CapacityRow.of(works, side.workLimit(m, here.server()), side.workSumLimit(m, here.server()));
            if (units.isPresent()) {
                model.addLessOrEqual(sum(units.get(), here), units.get().limit())
                        .onlyEnforceIf(here.isHere(i));
            }
        }
    }

    private static LinearExpr sum(CapacityRow units, ServerTwins here) {
        long[] demand = new long[here.size()];
        Arrays.setAll(demand, units::demand);
        return here.sum(demand);
    }
}
