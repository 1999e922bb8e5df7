package dev.twinplace.service.http;

import dev.twinplace.service.extender.ExtenderArgs;
import dev.twinplace.service.extender.SchedulerExtender;
import java.util.function.Function;

/** Answers schedulers of Kubernetes. */
final class ExtenderEndpoints {
    private final SchedulerExtender extender;
    private final int maxBody;

    /** With bodies up to so many bytes. */
    ExtenderEndpoints(SchedulerExtender extender, int maxBody) {
        this.extender = extender;
        this.maxBody = maxBody;
    }

    /** Which nodes a pod may run on. */
    void filter(Exchange exchange) {
        answer(exchange, extender::filter);
    }

    /** Which of them it should run on. */
    void prioritize(Exchange exchange) {
        answer(exchange, extender::prioritize);
    }

    private void answer(Exchange exchange, Function<ExtenderArgs, byte[]> answer) {
        WholeBody.readJson(exchange, maxBody, body -> {
            ExtenderArgs args = ExtenderArgs.read(body, DecideEndpoint.SOURCE);
            exchange.reply(200, Exchange.JSON, answer.apply(args));
        });
    }
}
