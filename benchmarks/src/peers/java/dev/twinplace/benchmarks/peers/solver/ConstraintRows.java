package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import java.util.List;

/** Constraints as a sparse matrix, row by row: the entries of row r are those from {@code starts[r]} on. */
final class ConstraintRows {
    final double[] lower;
    final double[] upper;
    final int[] starts;
    final int[] indices;
    final double[] values;

    /** O(terms). */
    ConstraintRows(List<Constraint> constraints) {
        int rows = constraints.size();
        int entries = constraints.stream().mapToInt(each -> each.terms().size()).sum();
        lower = new double[rows];
        upper = new double[rows];
        starts = new int[rows];
        indices = new int[entries];
        values = new double[entries];
        int next = 0;
        for (int r = 0; r < rows; r++) {
            Constraint row = constraints.get(r);
            lower[r] = row.relation() == Relation.AT_MOST ? Double.NEGATIVE_INFINITY : row.bound();
            upper[r] = row.relation() == Relation.AT_LEAST ? Double.POSITIVE_INFINITY : row.bound();
            starts[r] = next;
            for (Term term : row.terms()) {
                indices[next] = term.variable();
                values[next++] = term.coefficient();
            }
        }
    }
}
