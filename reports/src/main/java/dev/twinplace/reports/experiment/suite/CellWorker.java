package dev.twinplace.reports.experiment.suite;

import dev.twinplace.reports.experiment.Cell;
import dev.twinplace.reports.experiment.Laboratory;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Table;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works off the cells of one experiment, except for those that are kept. */
final class CellWorker implements Laboratory {
    private final String experiment;
    private final Scale scale;
    private final int threads;
    private final KeptCells kept;
    private final CellProgress progress;

    CellWorker(String experiment, Scale scale, int threads, KeptCells kept, CellProgress progress) {
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
    public List<Table> alone(List<Cell> cells) {
        progress.begun(experiment, cells.size());
        return cells.stream().map(this::figures).toList();
    }

    @Override
    public List<Table> together(List<Cell> cells) {
        progress.begun(experiment, cells.size());
        ExecutorService pool = Executors.newFixedThreadPool(threads, CellWorker::daemon);
        try {
            List<Future<Table>> parts =
                    cells.stream().map(cell -> pool.submit(() -> figures(cell))).toList();
            return parts.stream().map(CellWorker::await).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "experiment");
        thread.setDaemon(true);
        return thread;
    }

    private static Table await(Future<Table> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the experiment was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a cell failed", e.getCause());
        }
    }

    private Table figures(Cell cell) {
        Table figures = kept.find(cell.key()).orElseGet(() -> {
            Table fresh = cell.work().get();
            kept.keep(cell.key(), fresh);
            return fresh;
        });
        synchronized (progress) {
            progress.done(cell.key());
        }
        return figures;
    }
}
