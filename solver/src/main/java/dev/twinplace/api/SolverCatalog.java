package dev.twinplace.api;

import java.util.List;

/** The solvers of one module, found through {@link java.util.ServiceLoader}. To add a solver, add an entry to one. */
public interface SolverCatalog {
    List<SolverEntry> entries();
}
