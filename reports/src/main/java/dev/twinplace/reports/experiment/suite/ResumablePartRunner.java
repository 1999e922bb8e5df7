package dev.twinplace.reports.experiment.suite;

import dev.twinplace.parallel.WorkerPool;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Works off the parts of one experiment, except for those that are kept. */
final class ResumablePartRunner implements PartRunner {
    private final String experiment;
    private final Scale scale;
    private final int threads;
    private final KeptParts kept;
    private final PartProgress progress;
    private final List<PartFigures> done = new ArrayList<>();

    ResumablePartRunner(String experiment, Scale scale, int threads, KeptParts kept, PartProgress progress) {
        this.experiment = experiment;
        this.scale = scale;
        this.threads = threads;
        this.kept = kept;
        this.progress = progress;
    }

    @Override
    public Scale scale() {
        return scale;
    }

    @Override
    public List<Table> alone(List<ExperimentPart> parts) {
        progress.begun(experiment, parts.size());
        return tables(parts.stream().map(this::figures).toList());
    }

    @Override
    public List<Table> together(List<ExperimentPart> parts) {
        progress.begun(experiment, parts.size());
        List<Callable<PartFigures>> tasks = new ArrayList<>();
        parts.forEach(part -> tasks.add(() -> figures(part)));
        try (WorkerPool pool = new WorkerPool(threads, "experiment")) {
            return tables(pool.run(tasks));
        }
    }

    private List<Table> tables(List<PartFigures> all) {
        done.addAll(all);
        return all.stream().map(PartFigures::table).toList();
    }

    /** The answers that the figures of all parts sum up, in the order of the parts, if there are any. */
    Optional<Table> instances() {
        List<Table> tables =
                done.stream().flatMap(part -> part.instances().stream()).toList();
        return tables.isEmpty() ? Optional.empty() : Optional.of(Table.joined("instances", "", tables));
    }

    private PartFigures figures(ExperimentPart part) {
        PartFigures figures = kept.find(part.key()).orElseGet(() -> {
            PartFigures fresh = PartFigures.of(part);
            kept.keep(part.key(), fresh);
            return fresh;
        });
        synchronized (progress) {
            progress.done(part.key());
        }
        return figures;
    }
}
