package dev.twinplace.exact;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.cpsat.CpSatSolver;
import dev.twinplace.exact.decomposition.DecompositionSolver;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import dev.twinplace.exact.mip.MipSolver;
import java.util.List;

/** The exact solvers by id. */
public final class ExactSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(
                new SolverEntry(
                        "decomposition",
                        "optimal if independent, else a lower bound",
                        options -> new DecompositionSolver()),
                new SolverEntry(
                        "enumeration",
                        "optimal, for small problems",
                        options -> new EnumerationSolver(options.threads())),
                new SolverEntry("branch-and-bound", "optimal", options -> new BranchAndBoundSolver(options.threads())),
                new SolverEntry(
                        "lagrangian", "feasible, with a proven bound, at any size", options -> new LagrangianSolver()),
                new SolverEntry(
                        "cp-sat",
                        "optimal within the stated integer scaling; OR-Tools",
                        options -> new CpSatSolver(options.threads())),
                new SolverEntry(
                        "mip", "optimal, for small problems; linear programs by ojAlgo", options -> new MipSolver()));
    }
}
