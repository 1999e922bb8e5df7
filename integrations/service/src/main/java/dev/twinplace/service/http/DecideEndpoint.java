package dev.twinplace.service.http;

import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.QuestionReader;
import java.util.List;

/** Decides the question of a body, or those of its lines. */
final class DecideEndpoint implements Endpoint {
    /** What answers call the body of a request. */
    static final String SOURCE = "request";

    private final Desk desk;
    private final QuestionReader.Form form;
    private final List<String> parameters;

    /**
     * Of questions of one form.
     *
     * @param parameters that may be in the query
     */
    DecideEndpoint(Desk desk, QuestionReader.Form form, List<String> parameters) {
        this.desk = desk;
        this.form = form;
        this.parameters = parameters;
    }

    @Override
    public void serve(Exchange exchange) {
        DecisionOptions options = desk.options(exchange, parameters);
        switch (exchange.mediaType()) {
            case Exchange.JSON ->
                WholeBody.read(
                        exchange,
                        desk.maxBody(),
                        body -> desk.submit(exchange, options, () -> form.read(body, SOURCE, options)));
            case Exchange.JSON_LINES -> AnsweredLines.start(exchange, desk, form, options);
            default -> throw unsupported(exchange, Exchange.JSON + " or " + Exchange.JSON_LINES);
        }
    }

    static ProblemException unsupported(Exchange exchange, String supported) {
        String type = exchange.mediaType();
        String was = type.isEmpty() ? "missing" : type;
        Problem invalid = Problem.invalid("Content-Type: must be " + supported + ", but was " + was);
        return new ProblemException(new Problem(
                415, "media-type", "This type of body is not supported", invalid.detail(), invalid.members()));
    }
}
