package dev.twinplace.benchmarks.peers.solver;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import java.util.Optional;
import java.util.OptionalDouble;

/** A linear program in HiGHS, and what came of it. Holds native memory until it is closed. */
final class HighsModel implements AutoCloseable {
    private final HighsLibrary library;
    private final Pointer highs;
    private final int columns;
    private final int rows;

    /** Copies the program, without output from now on. O(size of the program). */
    HighsModel(HighsLibrary library, LinearProgram program) {
        this.library = library;
        columns = program.variables().size();
        rows = program.constraints().size();
        highs = library.Highs_create();
        require(library.Highs_setBoolOptionValue(highs, "output_flag", 0), "output_flag");
        pass(program);
    }

    private void pass(LinearProgram program) {
        double[] costs = new double[columns];
        double[] upper = new double[columns];
        int[] integrality = new int[columns];
        for (int i = 0; i < columns; i++) {
            Variable variable = program.variables().get(i);
            costs[i] = variable.cost();
            upper[i] = variable.isBinary() ? 1 : Double.POSITIVE_INFINITY;
            integrality[i] = variable.isBinary() ? HighsLibrary.INTEGER : HighsLibrary.CONTINUOUS;
        }
        ConstraintRows matrix = new ConstraintRows(program.constraints());
        int status = library.Highs_passMip(
                highs,
                columns,
                rows,
                matrix.values.length,
                HighsLibrary.ROW_WISE,
                HighsLibrary.MINIMISE,
                0,
                costs,
                new double[columns],
                upper,
                matrix.lower,
                matrix.upper,
                matrix.starts,
                matrix.indices,
                matrix.values,
                integrality);
        require(status, "passMip");
    }

    void set(String option, int value) {
        require(library.Highs_setIntOptionValue(highs, option, value), option);
    }

    void set(String option, double value) {
        require(library.Highs_setDoubleOptionValue(highs, option, value), option);
    }

    /** Searches until a limit or a proof ends it. */
    void run() {
        require(library.Highs_run(highs), "run");
    }

    /** The value of each variable in the best solution; empty if there is none. */
    Optional<double[]> solution() {
        IntByReference status = new IntByReference();
        require(library.Highs_getIntInfoValue(highs, "primal_solution_status", status), "primal_solution_status");
        if (status.getValue() != HighsLibrary.FEASIBLE) {
            return Optional.empty();
        }
        double[] values = new double[columns];
        int done = library.Highs_getSolution(highs, values, new double[columns], new double[rows], new double[rows]);
        require(done, "getSolution");
        return Optional.of(values);
    }

    /** What it takes for a lower bound; empty if that is none. */
    OptionalDouble bound() {
        DoubleByReference bound = new DoubleByReference();
        require(library.Highs_getDoubleInfoValue(highs, "mip_dual_bound", bound), "mip_dual_bound");
        return Double.isFinite(bound.getValue()) ? OptionalDouble.of(bound.getValue()) : OptionalDouble.empty();
    }

    private static void require(int status, String what) {
        if (status == HighsLibrary.ERROR) {
            throw new IllegalStateException("HiGHS: " + what + " failed");
        }
    }

    @Override
    public void close() {
        library.Highs_destroy(highs);
    }
}
