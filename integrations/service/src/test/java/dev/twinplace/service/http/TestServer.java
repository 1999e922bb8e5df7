package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.settings.Times;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A service on a free port, and a client of it, which makes sure that every response is as the service's own description says. */
final class TestServer implements AutoCloseable {
    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final StringWriter accesses = new StringWriter();
    final StringWriter faults = new StringWriter();
    final DecisionService service;

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestServer(ServiceSettings settings) throws Exception {
        service = DecisionService.start(settings, accesses, faults);
        base = service.address(ServiceSettings.LOOPBACK);
    }

    /** With the defaults. */
    static TestServer start() throws Exception {
        return new TestServer(ServiceSettings.DEFAULT);
    }

    /** That solves one question at a time, of which one may wait. */
    static TestServer narrow() throws Exception {
        Limits all = Limits.DEFAULT;
        return new TestServer(ServiceSettings.DEFAULT.withLimits(
                new Limits(1, 1, all.maxBody(), all.maxCells(), all.maxConnections(), all.maxSessions())));
    }

    /** With other limits and times. */
    static TestServer with(Limits limits, Times times) throws Exception {
        return new TestServer(ServiceSettings.DEFAULT.withLimits(limits).withTimes(times));
    }

    /** Sends a request; {@code null} stands for no body. */
    HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        return described(
                method, path, client.send(request(method, path, type, body, headers), BodyHandlers.ofString()));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, null, headers);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, JSON, body);
    }

    /** As {@link #post}, without waiting for the response. */
    CompletableFuture<HttpResponse<String>> postLater(String path, String body) {
        return client.sendAsync(request("POST", path, JSON, body), BodyHandlers.ofString())
                .thenApply(response -> described("POST", path, response));
    }

    private HttpRequest request(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.ofByteArray(new byte[0]) : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private static HttpResponse<String> described(String method, String path, HttpResponse<String> response) {
        ApiDescription.requireDescribed(
                method,
                path.split("\\?", 2)[0],
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
        return response;
    }

    /** A connection whose bytes the test writes itself. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** The bytes of a request. */
    static byte[] request(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The first line of a response up to its status. */
    static String status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.UTF_8);
    }

    /** Waits for what must come. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "does not come");
            Thread.sleep(2);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
