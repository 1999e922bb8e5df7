package dev.twinplace.service.decide;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Solvers by what clients call them, each made once: its model is then loaded. Thread-safe. */
public final class SolverShelf {
    /** Options that a client may set; others, such as a model, name files of this machine. */
    private static final Set<String> OPEN_OPTIONS = Set.of("polish");

    private final Map<String, Path> models;
    private final Map<String, PlacementSolver> made = new ConcurrentHashMap<>();

    /**
     * Loads the models.
     *
     * @param models of learned solvers, by id; others have the model that ships with them
     * @throws IllegalArgumentException if one is of a solver that takes none
     * @throws dev.twinplace.io.InvalidInputException if one cannot be read
     */
    public SolverShelf(Map<String, Path> models) {
        this.models = Map.copyOf(models);
        models.keySet().forEach(id -> get(new SolverSpec(id, Collections.emptySortedMap())));
    }

    /**
     * The solver that a client names.
     *
     * @throws IllegalArgumentException if there is none, or an option is not for clients; the message is {@code solver: rule}
     */
    public PlacementSolver get(SolverSpec spec) {
        PlacementSolver known = made.get(spec.toString());
        return known != null ? known : make(spec);
    }

    private PlacementSolver make(SolverSpec spec) {
        for (String option : spec.options().keySet()) {
            if (!OPEN_OPTIONS.contains(option)) {
                throw new IllegalArgumentException("solver: must have no option but polish, but was " + spec);
            }
        }
        Path model = models.get(spec.id());
        PlacementSolver solver = Solvers.create(model == null ? spec : spec.with("model", model.toString()));
        made.put(spec.toString(), solver);
        return solver;
    }
}
