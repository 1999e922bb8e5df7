package dev.twinplace.io;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;

/**
 * Reads generalised assignment instances in the format of OR-Library: {@code m n}, then m rows of n costs, m rows of n
 * demands and m capacities, separated by white space; m agents, which are our servers, and n jobs, our twins. Where lines
 * end does not matter. Numbers may have fractions; costs may be negative.
 *
 * <p>A job's work is its mean demand over all agents and its weight 1, for the baselines that ask; there is no contention.
 */
public final class OrLibraryReader {
    /** The largest matrix that a {@link PlacementProblem} takes. */
    private static final long MOST_CELLS = 100_000_000;

    private static final int LONGEST_NUMBER = 400;
    private static final int END = -1;

    private final String source;
    private final Reader text;
    private final Sense sense;

    /** Grows with what is really there, whatever sizes the first two announce. */
    private final DoubleArrayList numbers = new DoubleArrayList();

    private OrLibraryReader(String source, Reader text, Sense sense) {
        this.source = source;
        this.text = text;
        this.sense = sense;
    }

    /**
     * Reads a file.
     *
     * @param sense {@link Sense#MAX} negates the costs, so that the problem's minimum is minus the instance's maximum
     * @throws InvalidInputException if it cannot be read or is not an instance
     */
    public static PlacementProblem read(Path file, Sense sense) {
        String source = file.toString();
        return TextFiles.read(file, text -> new OrLibraryReader(source, text, sense).read());
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param source what to call it in messages
     * @param sense as in {@link #read(Path, Sense)}
     * @throws InvalidInputException if it cannot be read or is not an instance
     */
    public static PlacementProblem read(String source, InputStream bytes, Sense sense) {
        return TextFiles.read(source, bytes, text -> new OrLibraryReader(source, text, sense).read());
    }

    private PlacementProblem read() throws IOException {
        int agents = readSize("the number of agents");
        int jobs = readSize("the number of jobs");
        if ((long) agents * jobs > MOST_CELLS) {
            throw fail("must be at most " + MOST_CELLS / agents + " jobs for " + agents + " agents, but was " + jobs);
        }
        int expected = 2 + 2 * agents * jobs + agents;
        String announced = expected + " numbers for " + agents + " agents and " + jobs + " jobs";
        while (numbers.size() < expected) {
            readNumber(announced);
            if (numbers.size() > 2 + agents * jobs && last() < 0) {
                String what = numbers.size() > 2 + 2 * agents * jobs ? "capacity" : "demand";
                throw fail("must be a " + what + " >= 0, but was " + last());
            }
        }
        String more = nextToken();
        if (!more.isEmpty()) {
            throw new InvalidInputException(
                    source,
                    "number " + (expected + 1) + ": must be absent after " + announced + ", but was "
                            + InvalidInputException.quote(more));
        }
        return build(agents, jobs);
    }

    private int readSize(String what) throws IOException {
        readNumber("the numbers of agents and of jobs first");
        double value = last();
        if (value < 1 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw fail("must be " + what + ", an integer >= 1, but was " + value);
        }
        return (int) value;
    }

    private void readNumber(String needed) throws IOException {
        String token = nextToken();
        if (token.isEmpty()) {
            throw new InvalidInputException(
                    source, "must have " + needed + ", but ended after number " + numbers.size());
        }
        double value = DecimalText.parse(token);
        numbers.add(value);
        if (!Double.isFinite(value)) {
            throw fail("must be a finite number, but was " + InvalidInputException.quote(token));
        }
    }

    /** What stands before the next white space; empty at the end. */
    private String nextToken() throws IOException {
        int c = text.read();
        while (c != END && Character.isWhitespace(c)) {
            c = text.read();
        }
        StringBuilder token = new StringBuilder();
        for (; c != END && !Character.isWhitespace(c); c = text.read()) {
            if (token.length() == LONGEST_NUMBER) {
                throw new InvalidInputException(
                        source,
                        "number " + (numbers.size() + 1) + ": must have at most " + LONGEST_NUMBER
                                + " characters, but was " + InvalidInputException.quote(token.toString()));
            }
            token.append((char) c);
        }
        return token.toString();
    }

    private double last() {
        return numbers.getDouble(numbers.size() - 1);
    }

    /** A complaint about the last number. */
    private InvalidInputException fail(String rule) {
        return new InvalidInputException(source, "number " + numbers.size() + ": " + rule);
    }

    private PlacementProblem build(int agents, int jobs) {
        PlacementProblemBuilder builder = PlacementProblem.builder(jobs, agents);
        int demands = 2 + agents * jobs;
        int capacities = demands + agents * jobs;
        for (int job = 0; job < jobs; job++) {
            double total = 0;
            for (int agent = 0; agent < agents; agent++) {
                double cost = numbers.getDouble(2 + agent * jobs + job);
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
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(source, e.getMessage(), e);
        }
    }
}
