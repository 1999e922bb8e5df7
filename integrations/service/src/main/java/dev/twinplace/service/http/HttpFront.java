package dev.twinplace.service.http;

import dev.twinplace.service.observe.LineLog;
import dev.twinplace.service.observe.ServiceMetrics;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server's sockets and threads. */
public final class HttpFront {
    /** One read takes a whole request of the paper's size. */
    private static final int INPUT_BUFFER = 32 * 1024;

    /** Threads beside those that solve: to select, to accept, to read and to write. */
    private static final int IO_THREADS = 16;

    private final Server server;
    private final ServerConnector connector;

    /**
     * Not open yet.
     *
     * @param solvers how many threads may solve at a time, or go on beyond their time
     * @param maxConnections how many clients at a time are accepted; others wait in the system's own queue
     * @param idle how long a connection may be silent
     */
    public HttpFront(String host, int port, int solvers, int maxConnections, Duration idle) {
        QueuedThreadPool threads = new QueuedThreadPool(solvers + IO_THREADS);
        threads.setName("http");
        server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.setInputBufferSize(INPUT_BUFFER);
        connector = new PeekingConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(idle.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(maxConnections, connector));
        server.setErrorHandler(new HttpProblems());
    }

    /** Runs what must not run on the caller's thread. */
    public Executor executor() {
        return server.getThreadPool();
    }

    /** How many connections are open. */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Sets what answers requests, and their log. */
    void serve(Router router, LineLog accessLog, ServiceMetrics metrics) {
        server.setHandler(router);
        server.setRequestLog(new RequestLines(accessLog, metrics));
    }

    /**
     * Opens the port.
     *
     * @throws Exception if it cannot be opened
     */
    public void open() throws Exception {
        server.start();
    }

    /** The port that is open. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Closes the port and every connection. */
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
