package dev.twinplace.benchmarks.peers.solver;

import com.google.ortools.Loader;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import dev.twinplace.api.UnsupportedProblemException;

/**
 * The functions of HiGHS's C interface that we call, named and declared as in its header {@code highs_c_api.h}, with integers
 * of 32 bits. OR-Tools brings the library along for its own use.
 */
interface HighsLibrary extends Library {
    /** By this name the library is found where OR-Tools has loaded it. */
    String FILE = "libhighs.so.1";

    int ROW_WISE = 2;
    int MINIMISE = 1;
    int CONTINUOUS = 0;
    int INTEGER = 1;
    int FEASIBLE = 2; // of primal_solution_status
    int ERROR = -1;

    /**
     * The library, loaded if it was not.
     *
     * @throws UnsupportedProblemException if this OR-Tools has none
     */
    static HighsLibrary load() {
        try {
            Loader.loadNativeLibraries();
            return Native.load(FILE, HighsLibrary.class);
        } catch (UnsatisfiedLinkError e) {
            throw new UnsupportedProblemException(FILE + " is not part of this OR-Tools");
        }
    }

    String Highs_version();

    Pointer Highs_create();

    void Highs_destroy(Pointer highs);

    int Highs_setBoolOptionValue(Pointer highs, String option, int value);

    int Highs_setIntOptionValue(Pointer highs, String option, int value);

    int Highs_setDoubleOptionValue(Pointer highs, String option, double value);

    int Highs_passMip(
            Pointer highs,
            int columns,
            int rows,
            int entries,
            int format,
            int sense,
            double offset,
            double[] costs,
            double[] columnLower,
            double[] columnUpper,
            double[] rowLower,
            double[] rowUpper,
            int[] starts,
            int[] indices,
            double[] values,
            int[] integrality);

    int Highs_run(Pointer highs);

    int Highs_getIntInfoValue(Pointer highs, String info, IntByReference value);

    int Highs_getDoubleInfoValue(Pointer highs, String info, DoubleByReference value);

    int Highs_getSolution(
            Pointer highs, double[] columnValue, double[] columnDual, double[] rowValue, double[] rowDual);
}
