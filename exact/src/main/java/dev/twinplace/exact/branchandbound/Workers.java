package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches subtrees on one or more threads, each with a search of its own. Belongs to the thread that made it. */
final class Workers implements AutoCloseable {
    /** What the search of one subtree came to. */
    record Found(Incumbent incumbent, List<Subtree> open, List<ProofNode> proof, long nodes) {}

    private final SolveContext context;
    private final Dominance dominance;
    private final BudgetMeter time;
    private final List<SubtreeSearch> searches = new ArrayList<>();
    private ExecutorService executor;

    /** The first search is ready at once, the others when they are needed. */
    Workers(SolveContext context, Dominance dominance) {
        this.context = context;
        this.dominance = dominance;
        time = context.meter().ofTimeAlone();
        searches.add(newSearch());
    }

    private SubtreeSearch newSearch() {
        return new SubtreeSearch(context.reduced(), dominance, time);
    }

    /** Searches subtrees, each from the same incumbent and for at most so many nodes. Results are in their order. */
    List<Found> search(List<Subtree> subtrees, Incumbent incumbent, long maxNodes) {
        Found[] found = new Found[subtrees.size()];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(context.threads(), found.length); i++) {
            SubtreeSearch search = other(i);
            others.add(executor.submit(() -> searchWhatIsNext(search, subtrees, incumbent, maxNodes, next, found)));
        }
        searchWhatIsNext(searches.get(0), subtrees, incumbent, maxNodes, next, found);
        others.forEach(each -> SolveThread.await(context, each));
        return Arrays.asList(found);
    }

    private SubtreeSearch other(int index) {
        if (executor == null) {
            executor = Executors.newFixedThreadPool(context.threads() - 1, Workers::daemon);
        }
        if (index == searches.size()) {
            searches.add(newSearch());
        }
        return searches.get(index);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "branch-and-bound");
        thread.setDaemon(true);
        return thread;
    }

    private static void searchWhatIsNext(
            SubtreeSearch search,
            List<Subtree> subtrees,
            Incumbent incumbent,
            long maxNodes,
            AtomicInteger next,
            Found[] found) {
        for (int i = next.getAndIncrement(); i < found.length; i = next.getAndIncrement()) {
            found[i] = search(search, subtrees.get(i), incumbent, maxNodes);
        }
    }

    private static Found search(SubtreeSearch search, Subtree subtree, Incumbent incumbent, long maxNodes) {
        Incumbent own = incumbent.copy();
        List<Subtree> open = new ArrayList<>();
        List<ProofNode> proof = subtree.proof() == null ? List.of() : new ArrayList<>();
        long nodes = search.search(subtree, own, maxNodes, open::add, proof);
        return new Found(own, open, proof, nodes);
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdown();
        }
    }
}
