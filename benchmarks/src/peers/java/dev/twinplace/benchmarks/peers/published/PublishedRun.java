package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.benchmarks.peers.contest.Contest;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer;
import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.benchmarks.peers.contest.PeerTaskFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks for the answers that are missing, and prints a line for each. What is proven in less time is not asked again. */
final class PublishedRun {
    private static final long MILLIS_PER_SECOND = 1000;
    private static final double PERCENT = 100;

    private final Map<String, PublishedInstance> instances;
    private final PeerTaskFile answers;
    private final PrintStream out;

    /**
     * Before the first answer.
     *
     * @param answers so far
     * @param out where the lines go
     */
    PublishedRun(List<PublishedInstance> instances, PeerTaskFile answers, PrintStream out) {
        this.instances = instances.stream().collect(Collectors.toMap(PublishedInstance::name, Function.identity()));
        this.answers = answers;
        this.out = out;
    }

    /**
     * Asks for the answers to these tasks, of a solver with increasing budgets for an instance.
     *
     * @param folder with the instances
     * @param threads for each solver that can use them
     */
    void ask(List<PeerTask> tasks, Path folder, int threads) throws IOException, InterruptedException {
        List<String> arguments = List.of(folder.toString(), Integer.toString(threads));
        int[] done = {0};
        try (Contest contest = new Contest(
                PublishedWorker.class,
                arguments,
                answers,
                task -> out.println("[" + ++done[0] + "/" + tasks.size() + "] " + line(task)))) {
            for (PeerTask task : tasks) {
                Optional<PeerAnswer> proof = answers.has(task) ? Optional.empty() : provenInLess(task, tasks);
                if (proof.isPresent()) {
                    answers.add(task, proof.get());
                }
                contest.run(List.of(task));
            }
        }
    }

    private Optional<PeerAnswer> provenInLess(PeerTask task, List<PeerTask> tasks) {
        return tasks.stream()
                .filter(other -> other.isLike(task) && other.budgetMillis() < task.budgetMillis())
                .filter(other -> answers.has(other) && judged(other).isProven())
                .map(answers::get)
                .findFirst();
    }

    /** The answers to those tasks that have one, in their order. */
    Map<PeerTask, PublishedAnswer> answers(List<PeerTask> tasks) {
        Map<PeerTask, PublishedAnswer> judged = new LinkedHashMap<>();
        tasks.stream().filter(answers::has).forEach(task -> judged.put(task, judged(task)));
        return judged;
    }

    private PublishedAnswer judged(PeerTask task) {
        return new PublishedAnswer(instances.get(task.kind()), answers.get(task));
    }

    private String line(PeerTask task) {
        PublishedAnswer judged = judged(task);
        double cost = judged.answer().cost();
        return task.solver() + " " + task.kind() + " " + task.budgetMillis() / MILLIS_PER_SECOND + " s: "
                + judged.status() + ", "
                + (Double.isFinite(cost) ? "cost " + beside(cost, judged.aboveBest()) : "no placement") + ", "
                + (Double.isFinite(judged.bound())
                        ? "bound " + beside(judged.bound(), -judged.belowBest())
                        : "no bound")
                + String.format(Locale.ROOT, ", %.2f s", judged.answer().millis() / (double) MILLIS_PER_SECOND);
    }

    private static String beside(double value, double excess) {
        return String.format(Locale.ROOT, "%.0f (%+.3f %% of the best known)", value, PERCENT * excess);
    }
}
