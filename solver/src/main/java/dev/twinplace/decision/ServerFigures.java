package dev.twinplace.decision;

import java.util.List;

/**
 * One server in an answer or an evaluation.
 *
 * @param server its id or index
 * @param twins how many run on it
 * @param loads of each resource, in the question's order
 */
public record ServerFigures(String server, int twins, List<ResourceLoad> loads) {
    public ServerFigures {
        loads = List.copyOf(loads);
    }
}
