package dev.twinplace.decision.replan;

import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ServerRules;
import dev.twinplace.problem.ServerRules.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Why a twin moves, in plain words. */
final class MoveReasons {
    private static final MathContext DIGITS = new MathContext(3);

    private final ReplanProblem problem;
    private final Scenario scenario;
    private final ServerRules rules;
    private final BrokenBefore brokenBefore;

    MoveReasons(ReplanProblem problem) {
        this.problem = problem;
        scenario = problem.previous().scenario();
        int[] before = problem.previous().toArray();
        rules = ServerRules.of(scenario, before);
        brokenBefore = new BrokenBefore(scenario, before);
    }

    /**
     * Why a twin moves or starts.
     *
     * @param server index of the server where it was, {@link Outcome#UNPLACED} if it had none or that is gone
     * @param saves see {@link Move#saves}
     * @param costs see {@link Move#costs}
     */
    String of(int twin, int server, double saves, double costs) {
        PreviousPlacement previous = problem.previous();
        String id = scenario.twins().get(twin);
        if (previous.isServerGone(twin)) {
            return previous.from(twin).orElseThrow() + " is gone";
        }
        if (server == Outcome.UNPLACED) {
            return previous.newTwins().contains(id) ? "is new" : "was unplaced";
        }
        if (problem.isForced(twin)) {
            return bar(twin, server);
        }
        String balance = "saves " + number(saves) + ", costs " + number(costs);
        if (saves > costs) {
            return balance;
        }
        return brokenBefore.of(twin).orElse("makes a better placement of others possible") + "; " + balance;
    }

    private String serverId(int server) {
        return scenario.servers().get(server).id();
    }

    private String bar(int twin, int s) {
        List<Bar> bars = rules.barring(twin, s);
        if (bars.contains(Bar.STATUS)) {
            return serverId(s) + " is down";
        }
        if (!bars.isEmpty()) {
            return rules.reason(bars.get(0), twin, s);
        }
        return brokenBefore.isTooLarge(twin, s)
                ? "is too large for " + serverId(s)
                : "its group cannot be on " + serverId(s);
    }

    /** Three significant digits. */
    static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
