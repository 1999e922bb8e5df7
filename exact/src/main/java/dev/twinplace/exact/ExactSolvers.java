package dev.twinplace.exact;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.exact.auto.AutoSolver;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.columngeneration.ColumnGenerationSolver;
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
                        "auto", "a proof where one fits the budget (default 1 s), else a bound", AutoSolver::new),
                new SolverEntry(
                        "decomposition", "optimal if independent, else a lower bound", DecompositionSolver::new),
                new SolverEntry("enumeration", "optimal, for small problems", EnumerationSolver::new),
                new SolverEntry("branch-and-bound", "optimal", BranchAndBoundSolver::new),
                new SolverEntry("lagrangian", "feasible, with a proven bound, at any size", LagrangianSolver::new),
                new SolverEntry(
                        "column-generation",
                        "feasible, with the best bound of prices; OR-Tools",
                        ColumnGenerationSolver::new),
                new SolverEntry("cp-sat", "optimal within the stated integer scaling; OR-Tools", CpSatSolver::new),
                new SolverEntry("mip", "optimal, for small problems; linear programs by ojAlgo", MipSolver::new));
    }
}
