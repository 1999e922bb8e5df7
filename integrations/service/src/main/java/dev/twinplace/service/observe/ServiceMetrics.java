package dev.twinplace.service.observe;

import dev.twinplace.api.SolveResult;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** What Prometheus reads. Times are in seconds. Thread-safe. */
public final class ServiceMetrics {
    /** Of {@link #text}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANO = 1e-9;
    private static final double[] SECONDS = {
        0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60
    };
    private static final double[] GAPS = {0, 1e-6, 1e-5, 1e-4, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
    private static final double[] MOVES = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram requests = Histogram.builder()
            .name("twinplace_request_seconds")
            .help("From the first byte of a request to the last of its response, by route and status.")
            .labelNames("route", "status")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Histogram decisions = Histogram.builder()
            .name("twinplace_decision_seconds")
            .help("From a scenario that was read to its answer, by solver and status of the answer.")
            .labelNames("solver", "status")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Histogram gaps = Histogram.builder()
            .name("twinplace_gap_ratio")
            .help(
                    "Proven gaps of answers with a placement and a bound: by which share of the bound the cost exceeds it.")
            .labelNames("solver")
            .classicOnly()
            .classicUpperBounds(GAPS)
            .register(registry);
    private final Histogram moves = Histogram.builder()
            .name("twinplace_moves")
            .help("Twins that move in an answer to a re-placement.")
            .classicOnly()
            .classicUpperBounds(MOVES)
            .register(registry);
    private final Histogram waits = Histogram.builder()
            .name("twinplace_queue_seconds")
            .help("How long questions waited that could not be solved at once.")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Counter refusals = Counter.builder()
            .name("twinplace_refused")
            .help("Requests that were refused, by reason.")
            .labelNames("reason")
            .register(registry);
    private final Counter gone = Counter.builder()
            .name("twinplace_cancelled")
            .help("Solves that were cancelled, for the client had gone.")
            .register(registry);
    private final Counter faults = Counter.builder()
            .name("twinplace_faults")
            .help("Errors of this program, each with a line in its log.")
            .register(registry);

    /** A figure that is read when it is asked for. */
    public void gauge(String name, String help, IntSupplier value) {
        GaugeWithCallback.builder()
                .name("twinplace_" + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsInt()))
                .register(registry);
    }

    /** A question was answered. */
    public void decided(String solver, SolveResult result, OptionalLong movesMade, long nanos) {
        decisions.labelValues(solver, result.status().name()).observe(nanos * NANO);
        double gap = result.gap();
        if (Double.isFinite(gap)) {
            gaps.labelValues(solver).observe(gap);
        }
        movesMade.ifPresent(moves::observe);
    }

    /** A request was answered. */
    public void requested(String route, int status, long nanos) {
        requests.labelValues(route, Integer.toString(status)).observe(nanos * NANO);
    }

    /** A question has waited. */
    public void waited(long nanos) {
        waits.observe(nanos * NANO);
    }

    /** A request was refused. */
    public void refused(String reason) {
        refusals.labelValues(reason).inc();
    }

    /** A solve was cancelled. */
    public void cancelled() {
        gone.inc();
    }

    /** This program failed. */
    public void failed() {
        faults.inc();
    }

    /** All figures in Prometheus' text format. */
    public byte[] text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
