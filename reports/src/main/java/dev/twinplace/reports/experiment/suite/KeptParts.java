package dev.twinplace.reports.experiment.suite;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The finished parts of an experiment, in a working file that is a result file with one or two tables for each part. */
final class KeptParts {
    private static final String INSTANCES = " (instances)";

    private final Path file;
    private final Function<List<Table>, ExperimentResult> wrapper;
    private final List<Table> parts = new ArrayList<>();

    /**
     * None yet.
     *
     * @param wrapper makes a result of the parts
     */
    KeptParts(Path file, Function<List<Table>, ExperimentResult> wrapper) {
        this.file = file;
        this.wrapper = wrapper;
    }

    /**
     * Those of an interrupted run, if it was of the same command and sources.
     *
     * @return the seconds that they took
     * @throws InvalidInputException if the file is damaged
     */
    double load() {
        if (!Files.exists(file)) {
            return 0;
        }
        ExperimentResult kept = ResultFiles.readExperiment(file);
        ExperimentResult now = wrapper.apply(List.of());
        if (!kept.command().equals(now.command()) || !kept.commit().equals(now.commit())) {
            return 0;
        }
        parts.addAll(kept.tables());
        return kept.seconds();
    }

    synchronized Optional<PartFigures> find(String key) {
        return table(key).map(table -> new PartFigures(table, table(key + INSTANCES)));
    }

    private Optional<Table> table(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    synchronized void keep(String key, PartFigures figures) {
        add(key, figures.table());
        figures.instances().ifPresent(instances -> add(key + INSTANCES, instances));
        ResultFiles.write(wrapper.apply(parts), file);
    }

    private void add(String id, Table table) {
        parts.add(new Table(id, table.title(), table.columns(), table.rows()));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new InvalidInputException(file.toString(), "must be deletable, but is not", e);
        }
    }
}
