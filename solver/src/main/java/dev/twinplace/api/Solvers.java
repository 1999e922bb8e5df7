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
     * A new solver of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PlacementSolver create(String id, SolverOptions options) {
        return entry(id).factory().apply(options);
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
