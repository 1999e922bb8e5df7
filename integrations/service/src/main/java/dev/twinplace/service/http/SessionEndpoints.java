package dev.twinplace.service.http;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.ScenarioChangesReader;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ScenarioChanges;
import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.QuestionReader;
import dev.twinplace.service.observe.ServiceMetrics;
import dev.twinplace.service.session.LiveSession;
import dev.twinplace.service.session.SessionStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;

/** Puts, changes, decides, shows and drops sessions. The id of a session is what its path has in place of {@code {id}}. */
final class SessionEndpoints {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int SECONDS_UNTIL_ROOM = 10;

    private final SessionStore sessions;
    private final QuestionReader reader;
    private final Desk desk;
    private final ServiceMetrics metrics;

    SessionEndpoints(SessionStore sessions, QuestionReader reader, Desk desk, ServiceMetrics metrics) {
        this.sessions = sessions;
        this.reader = reader;
        this.desk = desk;
        this.metrics = metrics;
    }

    /** Keeps the scenario in the body. */
    void put(Exchange exchange) {
        String id = id(exchange);
        WholeBody.readJson(exchange, desk.maxBody(), body -> {
            Scenario scenario = reader.scenario(body, DecideEndpoint.SOURCE);
            switch (sessions.put(id, new LiveSession(scenario, body.length))) {
                case NEW -> exchange.replyEmpty(201);
                case REPLACED -> exchange.replyEmpty(204);
                case REFUSED -> {
                    metrics.refused("sessions");
                    exchange.fail(new ProblemException(
                            Problem.tooMany("there are too many sessions, or they are too large", SECONDS_UNTIL_ROOM)));
                }
            }
        });
    }

    /** Applies the changes in the body. */
    void patch(Exchange exchange) {
        LiveSession session = session(exchange);
        WholeBody.readJson(exchange, desk.maxBody(), body -> {
            ScenarioChanges changes = ScenarioChangesReader.read(DecideEndpoint.SOURCE, new ByteArrayInputStream(body));
            try {
                session.change(changes);
            } catch (InvalidValueException e) {
                throw new InvalidInputException(DecideEndpoint.SOURCE, e.getMessage(), e);
            }
            exchange.replyEmpty(204);
        });
    }

    /** The scenario with its changes. */
    void get(Exchange exchange) {
        exchange.query(List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScenarioWriter.write(session(exchange).scenario(), bytes);
        exchange.reply(200, Exchange.JSON, bytes.toByteArray());
    }

    /** Drops a session. */
    void delete(Exchange exchange) {
        exchange.query(List.of());
        if (!sessions.remove(id(exchange))) {
            throw unknown(id(exchange));
        }
        exchange.replyEmpty(204);
    }

    /** Decides a session with its changes; the body does not matter. */
    void decide(Exchange exchange, List<String> parameters) {
        DecisionOptions options = desk.options(exchange, parameters);
        LiveSession session = session(exchange);
        WholeBody.read(
                exchange,
                desk.maxBody(),
                body -> desk.submit(exchange, options, () -> session.decision(reader, DecideEndpoint.SOURCE, options)));
    }

    private LiveSession session(Exchange exchange) {
        String id = id(exchange);
        return sessions.get(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of(
                404, "no-session", "There is no such session", "session " + id + " was never put, or has expired"));
    }

    private static String id(Exchange exchange) {
        String id = exchange.pathParameter();
        if (!ID.matcher(id).matches()) {
            throw new ProblemException(Problem.invalid(
                    "id: must be 1 to 64 letters, digits, dots, dashes and underscores, but was " + id));
        }
        return id;
    }
}
