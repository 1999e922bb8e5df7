package dev.twinplace.service.http;

import dev.twinplace.api.SolverSpec;
import dev.twinplace.service.decide.QuestionReader;
import dev.twinplace.service.decide.QuestionSolver;
import dev.twinplace.service.decide.SolveQueue;
import dev.twinplace.service.decide.SolverShelf;
import dev.twinplace.service.decide.Ticker;
import dev.twinplace.service.decide.WarmUp;
import dev.twinplace.service.extender.SchedulerExtender;
import dev.twinplace.service.observe.FaultLog;
import dev.twinplace.service.observe.LineLog;
import dev.twinplace.service.observe.ServiceMetrics;
import dev.twinplace.service.session.SessionStore;
import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.settings.Times;
import java.io.Writer;
import java.net.URI;
import java.util.List;

/**
 * Answers questions over HTTP, until it is closed. Clients cannot make it hold more than a bounded amount of memory, threads or
 * connections, and a client delays others only by the questions that it asks.
 */
public final class DecisionService implements AutoCloseable {
    private static final List<String> PLACEMENT_PARAMETERS = List.of("solver", "budget", "seed");
    private static final List<String> REPLACEMENT_PARAMETERS =
            List.of("solver", "budget", "seed", "moveCost", "maxMoves");

    /** Of the heap, for bodies that are being read and long responses; and once more for sessions. */
    private static final int SHARE_OF_HEAP = 8;

    /** After the time to drain, until solves that were cancelled have stopped and their answers are written. */
    private static final long LAST_MILLIS = 5000;

    private static final long POLL_MILLIS = 2;

    private final Times times;
    private final HttpFront front;
    private final LineLog accessLog;
    private final LineLog faultLog;
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final Ticker ticker;
    private final SolveQueue queue;
    private final SessionStore sessions;
    private final QuestionReader reader;
    private final Desk desk;
    private final Router router;
    private final WarmUp warmUp;

    private DecisionService(ServiceSettings settings, Writer accesses, Writer faults) {
        Limits limits = settings.limits();
        times = settings.times();
        accessLog = new LineLog(accesses);
        faultLog = new LineLog(faults);
        FaultLog bugs = new FaultLog(faultLog, metrics);
        ticker = new Ticker(bugs::log);
        front = new HttpFront(
                settings.host(), settings.port(), 2 * limits.threads(), limits.maxConnections(), times.idle());
        queue = new SolveQueue(limits.threads(), limits.queue(), front.executor(), metrics::waited);
        SolverShelf solvers = new SolverShelf(settings.models());
        solvers.get(SolverSpec.parse(settings.solver()));
        reader = new QuestionReader(solvers, limits.maxCells());
        QuestionSolver solving = new QuestionSolver(ticker, metrics, limits.threads());
        long memory = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        Surroundings surroundings = new Surroundings(ticker, bugs, new BodyMemory(memory), times.transfer());
        sessions = new SessionStore(limits.maxSessions(), memory, times.sessionLife(), System::nanoTime);
        Desk.Terms terms = new Desk.Terms(settings.solver(), times.budget(), times.maxBudget(), limits.maxBody());
        desk = new Desk(solvers, queue, solving, metrics, terms);
        warmUp = new WarmUp(solvers, settings.solver(), times.budget());
        router = new Router(routes(), new TokenCheck(settings.token()), desk, surroundings);
        addGauges();
    }

    private void addGauges() {
        metrics.gauge("queue_waiting", "Questions that wait.", queue::waiting);
        metrics.gauge("solves_running", "Questions that are being solved.", queue::running);
        metrics.gauge("sessions", "Sessions that are kept.", sessions::size);
        metrics.gauge("connections", "Connections that are open.", front::connections);
        metrics.gauge("requests_under_way", "Requests without a complete response.", () -> router().underWay());
    }

    private Router router() {
        return router;
    }

    /**
     * Opens the port; a first solve warms up meanwhile, until which {@code /readyz} says no.
     *
     * @param accesses where a line is written for each request; stays open
     * @param faults where a line is written for each error of this program; stays open
     * @throws IllegalArgumentException if a solver or model in the settings is none
     * @throws Exception if the port cannot be opened
     */
    public static DecisionService start(ServiceSettings settings, Writer accesses, Writer faults) throws Exception {
        DecisionService service = new DecisionService(settings, accesses, faults);
        service.front.serve(service.router, service.accessLog, service.metrics);
        service.front.open();
        service.warmUp.start();
        return service;
    }

    /** What the service answers. */
    List<Route> routes() {
        SessionEndpoints live = new SessionEndpoints(sessions, reader, desk, metrics);
        DecideEndpoint place = new DecideEndpoint(desk, reader::placement, PLACEMENT_PARAMETERS);
        DecideEndpoint replace = new DecideEndpoint(desk, reader::replacement, REPLACEMENT_PARAMETERS);
        ExtenderEndpoints extender = new ExtenderEndpoints(new SchedulerExtender(sessions), desk.maxBody());
        return List.of(
                work("POST", "/v1/placements", PLACEMENT_PARAMETERS, place),
                work("POST", "/v1/replacements", REPLACEMENT_PARAMETERS, replace),
                work("PUT", "/v1/sessions/{id}", List.of(), live::put),
                work("PATCH", "/v1/sessions/{id}", List.of(), live::patch),
                work("GET", "/v1/sessions/{id}", List.of(), live::get),
                work("DELETE", "/v1/sessions/{id}", List.of(), live::delete),
                work(
                        "POST",
                        "/v1/sessions/{id}/decide",
                        REPLACEMENT_PARAMETERS,
                        exchange -> live.decide(exchange, REPLACEMENT_PARAMETERS)),
                work("POST", "/extender/filter", List.of(), extender::filter),
                work("POST", "/extender/prioritize", List.of(), extender::prioritize),
                get("/openapi.json", Route.Access.PROTECTED, Documents::openApi),
                get("/schemas/{name}", Route.Access.PROTECTED, Documents::schema),
                get("/metrics", Route.Access.PROTECTED, this::metrics),
                get("/healthz", Route.Access.OPEN, this::health),
                get("/readyz", Route.Access.OPEN, this::readiness));
    }

    private static Route work(String method, String path, List<String> parameters, Endpoint endpoint) {
        return new Route(method, path, Route.Access.WORK, parameters, endpoint);
    }

    private static Route get(String path, Route.Access access, Endpoint endpoint) {
        return new Route("GET", path, access, List.of(), endpoint);
    }

    private void metrics(Exchange exchange) {
        exchange.query(List.of());
        exchange.reply(200, ServiceMetrics.CONTENT_TYPE, metrics.text());
    }

    private void health(Exchange exchange) {
        exchange.query(List.of());
        exchange.replyEmpty(204);
    }

    private void readiness(Exchange exchange) {
        exchange.query(List.of());
        if (desk.isDraining()) {
            throw new ProblemException(Problem.draining());
        }
        if (!warmUp.isOver()) {
            throw new ProblemException(
                    Problem.of(503, "warming-up", "The service is starting", "ask again in a second"));
        }
        exchange.replyEmpty(204);
    }

    /** Where it listens. */
    public URI address(String host) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + front.port());
    }

    /**
     * Ends: answers what was taken, within its budgets and the time to drain, refuses the rest, and closes the port. What is
     * not answered by then ends with what it has.
     */
    @Override
    public void close() {
        desk.drain();
        try {
            if (!queue.awaitIdle(times.drain().toMillis())) {
                desk.cutShort();
                queue.awaitIdle(LAST_MILLIS);
            }
            long end = System.nanoTime() + LAST_MILLIS * 1_000_000;
            while (router.underWay() > 0 && System.nanoTime() < end) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        front.close();
        ticker.close();
        accessLog.close();
        faultLog.close();
    }
}
