package dev.twinplace.service.session;

import dev.twinplace.api.KeptPrices;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.TwinFigures;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ScenarioChanges;
import dev.twinplace.service.decide.Decision;
import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.QuestionReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario that changes, and where its twins are. The first decision places them; each later one says which to move, starting
 * from the placement and the server prices of the one before. Thread-safe; of two decisions at a time the last to end counts.
 */
public final class LiveSession {
    private final KeptPrices prices = new KeptPrices();
    private final int bytes;
    private Scenario scenario;
    private Optional<Map<String, Optional<String>>> placement = Optional.empty();
    private long decisions;

    /**
     * Nothing is placed yet.
     *
     * @param bytes length of the text that the scenario was read from, which stands for the memory that it takes
     */
    public LiveSession(Scenario scenario, int bytes) {
        this.scenario = scenario;
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The scenario with its changes. */
    public synchronized Scenario scenario() {
        return scenario;
    }

    /** The server of each twin, empty where it is left unplaced, as of the last decision; empty before the first. */
    public synchronized Optional<Map<String, Optional<String>>> placement() {
        return placement;
    }

    /** How many decisions gave a placement. */
    public synchronized long decisions() {
        return decisions;
    }

    /**
     * Applies changes; if one is invalid, none.
     *
     * @throws dev.twinplace.model.InvalidValueException if one is
     */
    public synchronized void change(ScenarioChanges changes) {
        scenario = changes.applyTo(scenario);
    }

    /** What to decide now. */
    public Decision decision(QuestionReader reader, String source, DecisionOptions options) {
        Scenario now;
        Optional<Map<String, Optional<String>>> where;
        synchronized (this) {
            now = scenario;
            where = placement;
        }
        return where.isEmpty()
                ? reader.placement(source, now, options, prices, this::adopt)
                : reader.replacement(source, now, where.get(), options, prices, this::adopt);
    }

    private void adopt(Answer answer) {
        Map<String, Optional<String>> found = new LinkedHashMap<>();
        for (TwinFigures twin : answer.twins()) {
            found.put(twin.twin(), twin.server());
        }
        if (!found.isEmpty()) {
            synchronized (this) {
                placement = Optional.of(Collections.unmodifiableMap(found));
                decisions++;
            }
        }
    }
}
