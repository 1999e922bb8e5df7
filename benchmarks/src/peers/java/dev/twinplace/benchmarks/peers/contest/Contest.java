package dev.twinplace.benchmarks.peers.contest;

import dev.twinplace.benchmarks.peers.contest.PeerAnswer.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for the answers that are missing, one at a time. */
public final class Contest implements AutoCloseable {
    private final Class<?> workerMain;
    private final List<String> workerArguments;
    private final PeerTaskFile answers;
    private final Consumer<PeerTask> progress;
    private WorkerProcess worker;
    private PeerTask last;
    private PeerTask stopped;

    /**
     * Starts nothing yet.
     *
     * @param workerMain what to start for a solver: a class that calls {@link PeerTaskWorker#serve}
     * @param workerArguments its arguments after the solver's id
     * @param answers so far; every new one is added
     * @param progress told of each task that has an answer
     */
    public Contest(
            Class<?> workerMain, List<String> workerArguments, PeerTaskFile answers, Consumer<PeerTask> progress) {
        this.workerMain = workerMain;
        this.workerArguments = List.copyOf(workerArguments);
        this.answers = answers;
        this.progress = progress;
    }

    /** A solver that had to be stopped is not asked again about that kind of problem in no more time: it counts as stopped. */
    public void run(List<PeerTask> tasks) throws IOException, InterruptedException {
        for (PeerTask task : tasks) {
            if (!answers.has(task)) {
                Optional<PeerAnswer> answer = isHopeless(task) ? Optional.empty() : ask(task);
                answers.add(task, answer.orElse(PeerAnswer.without(Outcome.STOPPED, Double.POSITIVE_INFINITY)));
            }
            progress.accept(task);
        }
    }

    private boolean isHopeless(PeerTask task) {
        return stopped != null && stopped.isLike(task) && task.budgetMillis() <= stopped.budgetMillis();
    }

    private Optional<PeerAnswer> ask(PeerTask task) throws IOException, InterruptedException {
        if (worker == null || !last.solver().equals(task.solver())) {
            close();
            List<String> arguments = new ArrayList<>(List.of(task.solver()));
            arguments.addAll(workerArguments);
            worker = new WorkerProcess(workerMain, arguments);
        }
        last = task;
        Optional<PeerAnswer> answer = worker.ask(task);
        if (answer.isEmpty()) {
            stopped = task;
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
