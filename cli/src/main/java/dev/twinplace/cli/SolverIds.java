package dev.twinplace.cli;

import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.Solvers;
import java.util.Iterator;

/** Ids of all solvers, for help texts and completion. */
final class SolverIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Solvers.all().stream().map(SolverEntry::id).iterator();
    }
}
