package dev.twinplace.io;

import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to understand the numbers of an OR-Library file as instances, number by number: either the first two are sizes, or
 * the first one is the number of instances. A layout that does not fit keeps its first complaint.
 */
final class OrLibraryLayout {
    /**
     * Where an instance is.
     *
     * @param start index of its first number
     */
    record Instance(int start, int agents, int jobs) {
        int length() {
            return 2 + 2 * agents * jobs + agents;
        }

        private String announced() {
            return length() + " numbers for " + agents + " agents and " + jobs + " jobs";
        }
    }

    private final boolean isCounted;
    private final List<Instance> instances = new ArrayList<>();
    private long cells;
    private int expected = 1;
    private int read;
    private int start;
    private int agents;

    /** The instance that is being read, once its sizes are known. */
    private Instance open;

    private String complaint = "";

    /** Expects the number of instances first if {@code isCounted}, else one instance. */
    OrLibraryLayout(boolean isCounted) {
        this.isCounted = isCounted;
    }

    /** Takes the next number, unless there was a complaint before. */
    void accept(double value) {
        if (!complaint.isEmpty()) {
            return;
        }
        int index = read++;
        if (isCounted && index == 0) {
            expected = size("the number of instances", value);
            start = 1;
        } else if (instances.size() == expected) {
            Instance last = instances.get(expected - 1);
            complain("must be absent after " + last.announced() + ", but was " + value);
        } else {
            acceptOfInstance(index - start, value);
        }
    }

    private void acceptOfInstance(int position, double value) {
        if (position == 0) {
            agents = size("the number of agents", value);
        } else if (position == 1) {
            open(size("the number of jobs", value));
        } else {
            int demands = 2 + open.agents() * open.jobs();
            if (position >= demands && value < 0) {
                boolean isCapacity = position >= open.length() - open.agents();
                complain("must be a " + (isCapacity ? "capacity" : "demand") + " >= 0, but was " + value);
            }
            if (position + 1 == open.length()) {
                instances.add(open);
                open = null;
                start = read;
            }
        }
    }

    private void open(int jobs) {
        cells += (long) agents * jobs;
        if (complaint.isEmpty() && cells > PlacementProblem.MAX_CELLS) {
            long left = (PlacementProblem.MAX_CELLS - (cells - (long) agents * jobs)) / agents;
            complain("must be at most " + left + " jobs for " + agents + " agents, but was " + jobs);
        }
        if (complaint.isEmpty()) {
            open = new Instance(start, agents, jobs);
        }
    }

    /** The value as a size; 1 after a complaint. */
    private int size(String what, double value) {
        if (value < 1 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            complain("must be " + what + ", an integer >= 1, but was " + value);
            return 1;
        }
        return (int) value;
    }

    private void complain(String rule) {
        complaint = "number " + read + ": " + rule;
    }

    /** Whether no further number can make it fit. */
    boolean isRefuted() {
        return !complaint.isEmpty();
    }

    /** Whether the numbers so far are all there must be. */
    boolean isComplete() {
        return complaint.isEmpty() && read > 0 && instances.size() == expected;
    }

    /** The instances of a complete layout. */
    List<Instance> instances() {
        return instances;
    }

    /** Why the numbers so far, if there are no more, do not fit. */
    String complaint() {
        if (!complaint.isEmpty()) {
            return complaint;
        }
        String needed = "the numbers of agents and of jobs first";
        if (open != null) {
            needed = open.announced();
        } else if (isCounted && read > 0) {
            needed = expected + " instances";
        }
        return "must have " + needed + ", but ended after number " + read;
    }
}
