package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.placement.PeerAnswer.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for the answers that are missing, one at a time. */
final class Contest implements AutoCloseable {
    private final PeerTaskFile answers;
    private final Consumer<PeerTask> progress;
    private WorkerProcess worker;
    private PeerTask last;

    Contest(PeerTaskFile answers, Consumer<PeerTask> progress) {
        this.answers = answers;
        this.progress = progress;
    }

    /** A solver that had to be stopped is not asked again about problems of that size and coupling: they count as stopped. */
    void run(List<PeerTask> tasks) throws IOException, InterruptedException {
        PeerTask stopped = null;
        for (PeerTask task : tasks) {
            if (!answers.has(task)) {
                boolean hopeless = stopped != null && stopped.isLike(task);
                Optional<PeerAnswer> answer = hopeless ? Optional.empty() : ask(task);
                if (answer.isEmpty()) {
                    stopped = task;
                }
                answers.add(task, answer.orElse(PeerAnswer.without(Outcome.STOPPED, Double.POSITIVE_INFINITY)));
            }
            progress.accept(task);
        }
    }

    private Optional<PeerAnswer> ask(PeerTask task) throws IOException, InterruptedException {
        if (worker == null || !last.solver().equals(task.solver())) {
            close();
            worker = new WorkerProcess(task.solver());
        }
        last = task;
        Optional<PeerAnswer> answer = worker.ask(task);
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
