package dev.twinplace.decision;

import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import java.util.List;
import java.util.Optional;

/** A problem as its user wrote it down: what is to be solved, and the words and units of the answer. */
public sealed interface Question permits ScenarioQuestion, AssignmentQuestion {
    /** The file it was read from, as the user calls it. */
    String file();

    /** The scenario's name; for an instance without a name, the file's. */
    String name();

    /** What messages call it: the file, with the instance's number if it holds several. */
    String source();

    /** One line for people. */
    String description();

    /** What solvers see. */
    PlacementProblem problem();

    /** The same with its scenario, if it has one, for solvers that see more. */
    ProblemInstance instance();

    /** Whether twins and servers have ids; otherwise they are called by their indices. */
    boolean hasIds();

    /** The twin's id, or its index as text. */
    String twinId(int twin);

    /** The server's id, or its index as text. */
    String serverId(int server);

    /** What the user calls cost, given an objective that is minimised; also for bounds. */
    double userCost(double objective);

    /** How many twins it has; a solver may see fewer, for twins that must be together are one to it. */
    int twins();

    /** How many servers it has. */
    int servers();

    /** The problem's row of a twin: the same for twins that must be together. */
    int rowOf(int twin);

    /** The server of each twin, or {@link Outcome#UNPLACED}. */
    int[] serversOf(Placement placement);

    /** Latency and energy; empty where the problem has none. */
    Optional<Outcome> outcome(int[] serverOf);

    /** Devices of a twin; 0 where there are none. */
    int devices(int twin);

    /** What twins demand of servers, with its unit where there is one; at least one resource. */
    List<String> resources();

    /** How much of a resource a twin takes on a server, whether the server has a capacity or not. */
    double demand(int twin, int server, int resource);

    /** How much of a resource a server has; infinite if unlimited, also where the coupling ignores a capacity. */
    double capacity(int server, int resource);

    /** What is suspicious about the question or plays no part in the answer, one line each, without the file's name. */
    List<String> warnings();

    /** What it is and what its indices mean, in lines. */
    List<String> legend();
}
