package dev.twinplace.io;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads generalised assignment instances in the format of OR-Library: {@code m n}, then m rows of n costs, m rows of n
 * demands and m capacities, separated by white space; m agents, which are our servers, and n jobs, our twins. Where lines
 * end does not matter. Numbers may have fractions; costs may be negative. A byte order mark is skipped.
 *
 * <p>A file may hold several instances, after their number, as {@code gap1.txt} of OR-Library does. Which of the two it is
 * follows from how many numbers there are; where both fit, it is one instance.
 *
 * <p>A job's work is its mean demand over all agents and its weight 1, for the baselines that ask; there is no contention.
 */
public final class OrLibraryReader {
    private static final int LONGEST_NUMBER = 400;
    private static final int END = -1;

    private final String source;
    private final Reader text;
    private final Sense sense;

    /** Grows with what is really there, whichever sizes are announced. */
    private final DoubleArrayList numbers = new DoubleArrayList();

    private final OrLibraryLayout single = new OrLibraryLayout(false);
    private final OrLibraryLayout counted = new OrLibraryLayout(true);

    /** Whether the first number stands on a line of its own, as the number of instances does. */
    private boolean isFirstAlone;

    private int tokens;

    private OrLibraryReader(String source, Reader text, Sense sense) {
        this.source = source;
        this.text = text;
        this.sense = sense;
    }

    /**
     * Reads a file that holds one instance.
     *
     * @param sense {@link Sense#MAX} negates the costs, so that the problem's minimum is minus the instance's maximum
     * @throws InvalidInputException if it cannot be read or is not an instance
     */
    public static PlacementProblem read(Path file, Sense sense) {
        return only(file.toString(), readAll(file, sense));
    }

    /**
     * As {@link #read(Path, Sense)}, from a stream that is read to its end; the caller closes it.
     *
     * @param source what to call it in messages
     */
    public static PlacementProblem read(String source, InputStream bytes, Sense sense) {
        return only(source, readAll(source, bytes, sense));
    }

    /**
     * Reads a file that holds one instance or several, in its order.
     *
     * @param sense as in {@link #read(Path, Sense)}
     * @throws InvalidInputException if it cannot be read or holds something else
     */
    public static List<PlacementProblem> readAll(Path file, Sense sense) {
        String source = file.toString();
        return TextFiles.read(file, text -> new OrLibraryReader(source, text, sense).read());
    }

    /**
     * As {@link #readAll(Path, Sense)}, from a stream that is read to its end; the caller closes it.
     *
     * @param source what to call it in messages
     */
    public static List<PlacementProblem> readAll(String source, InputStream bytes, Sense sense) {
        return TextFiles.read(source, bytes, text -> new OrLibraryReader(source, text, sense).read());
    }

    private static PlacementProblem only(String source, List<PlacementProblem> problems) {
        if (problems.size() > 1) {
            throw new InvalidInputException(source, "must hold one instance here, but holds " + problems.size());
        }
        return problems.get(0);
    }

    private List<PlacementProblem> read() throws IOException {
        for (String token = nextToken(); !token.isEmpty(); token = nextToken()) {
            accept(token);
            if (single.isRefuted() && counted.isRefuted()) {
                throw unfit();
            }
        }
        if (single.isComplete()) {
            return build(single.instances());
        }
        if (counted.isComplete()) {
            return build(counted.instances());
        }
        throw unfit();
    }

    private void accept(String token) {
        double value = DecimalText.parse(token);
        if (!Double.isFinite(value)) {
            throw failAtToken("must be a finite number, but was " + InvalidInputException.quote(token));
        }
        numbers.add(value);
        single.accept(value);
        counted.accept(value);
    }

    private InvalidInputException unfit() {
        return new InvalidInputException(source, (isFirstAlone && numbers.size() > 1 ? counted : single).complaint());
    }

    /** What stands before the next white space; empty at the end. */
    private String nextToken() throws IOException {
        int c = nextCharacter();
        while (c != END && Character.isWhitespace(c)) {
            c = nextCharacter();
        }
        tokens++;
        StringBuilder token = new StringBuilder();
        for (; c != END && !Character.isWhitespace(c); c = nextCharacter()) {
            if (token.length() == LONGEST_NUMBER) {
                throw failAtToken("must have at most " + LONGEST_NUMBER + " characters, but was "
                        + InvalidInputException.quote(token.toString()));
            }
            token.append((char) c);
        }
        return token.toString();
    }

    private int nextCharacter() throws IOException {
        int c = text.read();
        isFirstAlone |= tokens == 1 && c == '\n';
        return c;
    }

    private InvalidInputException failAtToken(String rule) {
        return new InvalidInputException(source, "number " + tokens + ": " + rule);
    }

    private List<PlacementProblem> build(List<OrLibraryLayout.Instance> instances) {
        List<PlacementProblem> problems = new ArrayList<>();
        for (OrLibraryLayout.Instance instance : instances) {
            try {
                problems.add(build(instance));
            } catch (IllegalArgumentException e) {
                String which = instances.size() == 1 ? "" : "instance " + (problems.size() + 1) + ": ";
                throw new InvalidInputException(source, which + e.getMessage(), e);
            }
        }
        return problems;
    }

    private PlacementProblem build(OrLibraryLayout.Instance instance) {
        int agents = instance.agents();
        int jobs = instance.jobs();
        int costs = instance.start() + 2;
        int demands = costs + agents * jobs;
        int capacities = demands + agents * jobs;
        PlacementProblemBuilder builder = PlacementProblem.builder(jobs, agents);
        for (int job = 0; job < jobs; job++) {
            double total = 0;
            for (int agent = 0; agent < agents; agent++) {
                double cost = numbers.getDouble(costs + agent * jobs + job);
                double demand = numbers.getDouble(demands + agent * jobs + job);
                builder.cost(job, agent, sense == Sense.MAX ? 0.0 - cost : cost);
                builder.demand(job, agent, demand);
                total += demand;
            }
            builder.work(job, total / agents);
            builder.weight(job, 1);
        }
        for (int agent = 0; agent < agents; agent++) {
            builder.capacity(agent, numbers.getDouble(capacities + agent));
        }
        return builder.build();
    }
}
