package dev.twinplace.service.load;

import dev.twinplace.service.http.DecisionService;
import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.testing.Bodies;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Asks twice as much as the service can do, beside open connections, slow clients, broken bodies and clients that go away, and
 * says whether every request was answered or refused, and how fast: {@code mvn -pl integrations/service test-compile exec:exec@soak
 * -Dservice.arguments=600}. Arguments: seconds, 60 by default.
 */
public final class ServiceSoak {
    private static final int BUDGET_MILLIS = 20;
    private static final int THREADS = 2;
    private static final int QUEUE = 4;
    private static final int CLIENTS = 40;
    private static final int OPEN_CONNECTIONS = 900;
    private static final int SLOW_CONNECTIONS = 50;

    /** A solver that uses its whole budget, so that the service can do THREADS / BUDGET_MILLIS. */
    private static final String PATH = "/v1/placements?solver=ejection-chain&budget=" + BUDGET_MILLIS + "ms";

    private static final double PERIOD_MILLIS = 0.5 * CLIENTS * BUDGET_MILLIS / THREADS;

    private final int port;
    private final long end;
    private final byte[] request = KeptConnection.request(PATH, "application/json", Bodies.table2(1));
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final List<Long> accepted = new ArrayList<>();

    private ServiceSoak(int port, long end) {
        this.port = port;
        this.end = end;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
        Limits all = Limits.DEFAULT;
        ServiceSettings settings = ServiceSettings.DEFAULT.withLimits(
                new Limits(THREADS, QUEUE, all.maxBody(), all.maxCells(), 2000, all.maxSessions()));
        try (DecisionService service = DecisionService.start(settings, Writer.nullWriter(), Writer.nullWriter())) {
            int port = service.address(ServiceSettings.LOOPBACK).getPort();
            TimeUnit.SECONDS.sleep(3); // warmed up
            new ServiceSoak(port, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)).run();
        }
    }

    private interface Client {
        void run() throws IOException, InterruptedException;
    }

    private void run() throws IOException, InterruptedException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < OPEN_CONNECTIONS; i++) {
            open.add(connect());
        }
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, CLIENTS).forEach(i -> threads.add(start("client", this::ask)));
        threads.add(start("leaver", this::leave));
        threads.add(start("breaker", this::breakOff));
        threads.add(start("trickler", this::trickle));
        long most = 0;
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(5);
            System.gc();
            Runtime jvm = Runtime.getRuntime();
            most = Math.max(most, jvm.totalMemory() - jvm.freeMemory());
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        }
        for (Socket socket : open) {
            socket.close();
        }
        print(most);
    }

    private Thread start(String name, Client client) {
        Thread thread = new Thread(
                () -> {
                    while (System.nanoTime() < end) {
                        try {
                            client.run();
                        } catch (IOException e) {
                            count(name + " failed: " + e.getClass().getSimpleName());
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** A client that does its part, at a fixed rate. */
    private void ask() throws IOException, InterruptedException {
        try (KeptConnection connection = new KeptConnection(port)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                int status = connection.exchange(request);
                long nanos = System.nanoTime() - start;
                count("status " + status);
                if (status == 200) {
                    synchronized (accepted) {
                        accepted.add(nanos);
                    }
                }
                Thread.sleep(Math.max(0, (long) PERIOD_MILLIS - TimeUnit.NANOSECONDS.toMillis(nanos)));
            }
        }
    }

    private void leave() throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            Thread.sleep(10);
        }
        count("left");
        Thread.sleep(90);
    }

    private void breakOff() throws IOException, InterruptedException {
        for (byte[] bytes : List.of(
                Arrays.copyOf(request, request.length / 2),
                KeptConnection.request(PATH, "application/json", "{\"format\": [[[["),
                "POST / HTTP/9\r\n\r\n\0\0\0".getBytes(StandardCharsets.UTF_8))) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(bytes);
                Thread.sleep(30);
            }
            count("broke off");
        }
    }

    /** Bodies that come a byte at a time. */
    private void trickle() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CONNECTIONS; i++) {
                slow.add(connect());
            }
            for (int at = 0; at < request.length && System.nanoTime() < end; at++) {
                for (Socket socket : slow) {
                    socket.getOutputStream().write(request[at]);
                }
                Thread.sleep(20);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private void print(long mostBytes) {
        long[] sorted = accepted.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.println(counts);
        System.out.printf(
                Locale.ROOT,
                "accepted: %d, ms: p50 %.1f, p99 %.1f, largest %.1f; bar for p99: %d%n",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (0.99 * (sorted.length - 1))] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                BUDGET_MILLIS + 50);
        System.out.printf(Locale.ROOT, "largest live heap, clients included: %.0f MB%n", mostBytes / 1e6);
    }
}
