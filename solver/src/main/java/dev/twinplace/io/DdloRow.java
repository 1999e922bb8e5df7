package dev.twinplace.io;

import java.util.List;

/**
 * One situation of the DDLO data: users with tasks, each to be run locally or on the edge.
 *
 * @param taskMB sizes of the tasks, those of the first user first
 * @param optimum what the best decision costs
 */
public record DdloRow(List<Double> taskMB, double optimum) {
    public static final int USERS = 3;
    public static final int TASKS_PER_USER = 3;

    /** Tasks of all users. */
    public static final int TASKS = USERS * TASKS_PER_USER;

    public DdloRow {
        taskMB = List.copyOf(taskMB);
        if (taskMB.size() != TASKS) {
            throw new IllegalArgumentException("taskMB: must be " + TASKS + ", but were " + taskMB.size());
        }
    }
}
