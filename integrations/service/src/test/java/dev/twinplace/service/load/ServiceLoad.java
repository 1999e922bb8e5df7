package dev.twinplace.service.load;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.service.http.DecisionService;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.settings.Times;
import dev.twinplace.service.testing.Bodies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * How long a decision takes over HTTP, beside a server that only echoes the same bodies, and how many decisions a request of many
 * scenarios gets in a second, beside the same decisions without HTTP. Scenarios have the size of the paper's Table 2.
 *
 * <p>{@code mvn -pl integrations/service test-compile exec:exec@load}; {@code -Dservice.arguments=10} for so many rounds in place of
 * 3, of which the first are slower where compilers are. Runs take turns, so that what else the machine does counts for all alike.
 * Each has a fixed number of requests.
 */
public final class ServiceLoad {
    private static final String PATH = "/v1/placements?budget=100ms";
    private static final int REQUESTS = 2_000;
    private static final String ROUNDS = "3";
    private static final int SCENARIOS = 1_000;
    private static final int BODIES = 50;

    private final List<String> bodies = new ArrayList<>();
    private final int rounds;

    private ServiceLoad(int rounds) {
        this.rounds = rounds;
        for (int seed = 1; seed <= BODIES; seed++) {
            bodies.add(Bodies.table2(seed));
        }
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        Times all = Times.DEFAULT;
        Times times =
                new Times(all.budget(), all.maxBudget(), all.idle(), all.transfer(), all.sessionLife(), Duration.ZERO);
        ServiceSettings settings = ServiceSettings.DEFAULT.withTimes(times);
        try (DecisionService service = DecisionService.start(settings, Writer.nullWriter(), Writer.nullWriter())) {
            Server echo = echo();
            new ServiceLoad(Integer.parseInt(arguments.length > 0 ? arguments[0] : ROUNDS))
                    .run(
                            service.address(ServiceSettings.LOOPBACK).getPort(),
                            ((ServerConnector) echo.getConnectors()[0]).getLocalPort());
            echo.stop();
        }
    }

    private static Server echo() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(ServiceSettings.LOOPBACK);
        server.addConnector(connector);
        server.setHandler(new EchoHandler());
        server.start();
        return server;
    }

    private void run(int service, int echo) throws IOException {
        List<byte[]> requests = bodies.stream()
                .map(body -> KeptConnection.request(PATH, "application/json", body))
                .toList();
        printLoad();
        latencies(service, requests);
        latencies(echo, requests); // warm
        for (int round = 1; round <= rounds; round++) {
            print("echo", latencies(echo, requests));
            print("service", latencies(service, requests));
        }
        inProcess();
        overHttp(service);
        for (int round = 1; round <= rounds; round++) {
            double alone = inProcess();
            double served = overHttp(service);
            System.out.printf(
                    Locale.ROOT,
                    "%d scenarios: in process %.0f/s, in one request %.0f/s, %.0f %%%n",
                    SCENARIOS,
                    alone,
                    served,
                    100 * served / alone);
        }
        printLoad();
    }

    private static void printLoad() {
        System.out.printf(
                Locale.ROOT,
                "load average %.1f on %d cores%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Sorted, in nanoseconds. */
    private static long[] latencies(int port, List<byte[]> requests) throws IOException {
        long[] nanos = new long[REQUESTS];
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = requests.get(i % requests.size());
                long start = System.nanoTime();
                int status = connection.exchange(request);
                nanos[i] = System.nanoTime() - start;
                if (status != 200) {
                    throw new IllegalStateException("status " + status);
                }
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void print(String name, long[] nanos) {
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-8s %6.0f requests/s on one connection, ms: p50 %.3f, p90 %.3f, p99 %.3f, p99.9 %.3f%n",
                name,
                nanos.length / seconds,
                percentile(nanos, 0.5),
                percentile(nanos, 0.9),
                percentile(nanos, 0.99),
                percentile(nanos, 0.999));
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    /** Decisions a second on this thread: what the service does but for HTTP. */
    private double inProcess() {
        var solver = Solvers.create("auto");
        long start = System.nanoTime();
        for (int i = 0; i < SCENARIOS; i++) {
            byte[] body = bodies.get(i % bodies.size()).getBytes(StandardCharsets.UTF_8);
            ScenarioQuestion question =
                    ScenarioQuestion.of("x", ScenarioReader.read("x", new ByteArrayInputStream(body)));
            SolveResult result = solver.solve(
                    SolveRequest.of(question.instance()).withBudget(Budget.ofTime(Duration.ofMillis(100))));
            new AnswerJson(new PrintWriter(Writer.nullWriter())).write(Answer.of(question, "auto", result));
        }
        return SCENARIOS / ((System.nanoTime() - start) / 1e9);
    }

    private double overHttp(int port) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SCENARIOS; i++) {
            lines.append(bodies.get(i % bodies.size())).append('\n');
        }
        byte[] request = KeptConnection.request(PATH, "application/x-ndjson", lines.toString());
        try (KeptConnection connection = new KeptConnection(port)) {
            long start = System.nanoTime();
            int count = connection.lines(request);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (count != SCENARIOS) {
                throw new IllegalStateException(count + " lines");
            }
            return SCENARIOS / seconds;
        }
    }
}
