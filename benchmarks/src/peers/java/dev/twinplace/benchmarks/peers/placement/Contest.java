package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.placement.Answer.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for the answers that are missing, one at a time. */
final class Contest implements AutoCloseable {
    private final CellFile answers;
    private final Consumer<Cell> progress;
    private WorkerProcess worker;
    private Cell last;

    Contest(CellFile answers, Consumer<Cell> progress) {
        this.answers = answers;
        this.progress = progress;
    }

    /** A solver that had to be stopped is not asked again about problems of that size and coupling: they count as stopped. */
    void run(List<Cell> cells) throws IOException, InterruptedException {
        Cell stopped = null;
        for (Cell cell : cells) {
            if (!answers.has(cell)) {
                boolean hopeless = stopped != null && stopped.isLike(cell);
                Optional<Answer> answer = hopeless ? Optional.empty() : ask(cell);
                if (answer.isEmpty()) {
                    stopped = cell;
                }
                answers.add(cell, answer.orElse(Answer.without(Outcome.STOPPED, Double.POSITIVE_INFINITY)));
            }
            progress.accept(cell);
        }
    }

    private Optional<Answer> ask(Cell cell) throws IOException, InterruptedException {
        if (worker == null || !last.solver().equals(cell.solver())) {
            close();
            worker = new WorkerProcess(cell.solver());
        }
        last = cell;
        Optional<Answer> answer = worker.ask(cell);
        if (answer.isEmpty()) {
            close();
        }
        return answer;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }
}
