package dev.twinplace.api;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** All solvers on the class path, by id, those of the solver module first. */
public final class Solvers {
    private static final Map<String, SolverEntry> ENTRIES = load();

    private Solvers() {}

    public static Collection<SolverEntry> all() {
        return ENTRIES.values();
    }

    /**
     * The entry of this id.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that are
     */
    public static SolverEntry entry(String id) {
        SolverEntry entry = ENTRIES.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "solver: must be one of " + String.join(", ", ENTRIES.keySet()) + ", but was " + id);
        }
        return entry;
    }

    /**
     * A new solver.
     *
     * @param spec an id, with options if the solver has any: see {@link SolverSpec}
     * @throws IllegalArgumentException if there is no such solver, or it has no such option or value
     */
    public static PlacementSolver create(String spec) {
        return create(SolverSpec.parse(spec));
    }

    /** As {@link #create(String)}. */
    public static PlacementSolver create(SolverSpec spec) {
        SolverEntry entry = entry(spec.id());
        for (String option : spec.options().keySet()) {
            if (!entry.options().contains(option)) {
                throw new IllegalArgumentException("solver: " + spec.id() + " has no option " + option);
            }
        }
        return entry.factory().apply(spec.options());
    }

    private static Map<String, SolverEntry> load() {
        Map<String, SolverEntry> entries = new LinkedHashMap<>();
        for (SolverCatalog catalog : ServiceLoader.load(SolverCatalog.class, Solvers.class.getClassLoader())) {
            for (SolverEntry entry : catalog.entries()) {
                if (entries.put(entry.id(), entry) != null) {
                    throw new IllegalStateException("two solvers are called " + entry.id());
                }
            }
        }
        return Collections.unmodifiableMap(entries);
    }
}
