package dev.twinplace.service.settings;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param budget of a question whose request states none
 * @param maxBudget that a request may ask for
 * @param idle how long a connection may be silent while it is the client's turn
 * @param transfer how long a body may take to arrive, and a response to be taken
 * @param sessionLife how long a session is kept that is not used
 * @param drain how long the questions that are taken may go on after the service was told to end
 */
public record Times(
        Duration budget, Duration maxBudget, Duration idle, Duration transfer, Duration sessionLife, Duration drain) {
    /** What suits questions that come all the time. */
    public static final Times DEFAULT = new Times(
            Duration.ofMillis(100),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(25));

    public Times {
        if (budget.compareTo(maxBudget) > 0) {
            throw new IllegalArgumentException("budget: must be at most the largest, " + maxBudget.toMillis()
                    + "ms, but was " + budget.toMillis() + "ms");
        }
    }
}
