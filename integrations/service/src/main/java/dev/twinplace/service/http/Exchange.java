package dev.twinplace.service.http;

import dev.twinplace.service.decide.Reply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and its response, which is sent once: of several, the first. Thread-safe. */
final class Exchange {
    static final String JSON = "application/json";
    static final String JSON_LINES = "application/x-ndjson";

    /** Attributes of a request, for its line in the log. */
    static final String ROUTE = "twinplace.route";

    static final String SOLVER = "twinplace.solver";
    static final String OUTCOME = "twinplace.outcome";

    private static final HttpField JSON_TYPE = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, JSON);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Surroundings surroundings;
    private final String pathParameter;
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private volatile boolean isWatched;
    private volatile boolean isLast;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Runnable gone;

    /**
     * An exchange that begins.
     *
     * @param pathParameter what the path has in place of the parameter of its route; empty without one
     */
    Exchange(Request request, Response response, Callback callback, Surroundings surroundings, String pathParameter) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.surroundings = surroundings;
        this.pathParameter = pathParameter;
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    String pathParameter() {
        return pathParameter;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The query, of which only these parameters may be there. */
    Query query(List<String> known) {
        return new Query(request.getHttpURI().getQuery(), known);
    }

    /** The type of the body without parameters, in lower case; empty if it is not stated. */
    String mediaType() {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Registers what to do when the client goes away. Reads and writes notice it, and {@link #watchForClose} between them. */
    void onGone(Runnable action) {
        gone = action;
        request.addFailureListener(fault -> action.run());
        request.addIdleTimeoutListener(timeout -> underWay.get() == 0);
    }

    /** The client waits for one more answer of ours: until it is there, its silence means nothing. */
    void startWork() {
        underWay.incrementAndGet();
    }

    /** One of the answers is there. */
    void endWork() {
        underWay.decrementAndGet();
    }

    /** States that the request was read to its end. */
    void setRead() {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof PeekingEndPoint endPoint) {
            endPoint.allowWatch();
        }
    }

    /** Watches from now on whether the client closes the connection, if its request has been read. */
    void watchForClose() {
        if (gone != null
                && !isWatched
                && request.getConnectionMetaData().getConnection().getEndPoint() instanceof PeekingEndPoint endPoint) {
            isWatched = endPoint.watchForClose(gone);
        }
    }

    /** Takes the right to answer; false if that has been done. */
    boolean begin() {
        return isAnswered.compareAndSet(false, true);
    }

    /** Sends an answer to a question. */
    void reply(Reply reply) {
        request.setAttribute(SOLVER, reply.solver());
        request.setAttribute(OUTCOME, reply.result().status().name());
        if (begin()) {
            response.getHeaders().put(JSON_TYPE);
            send(200, reply.line());
        }
    }

    /** Sends a response. */
    void reply(int status, String type, byte[] body) {
        if (begin()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            send(status, body);
        }
    }

    /** Sends a response without a body. */
    void replyEmpty(int status) {
        if (begin()) {
            send(status, new byte[0]);
        }
    }

    /** Says why there is no answer: a problem of the client's, or an error of ours, which is logged. */
    void fail(Throwable fault) {
        if (begin()) {
            sendProblem(problem(fault));
        }
    }

    /** What to tell the client about a fault. */
    Problem problem(Throwable fault) {
        Problem problem = Problem.ofClient(fault);
        return problem == null ? Problem.bug(surroundings.faults().log(fault)) : problem;
    }

    /** As {@link #fail}, for a problem after which the connection cannot be used, for its request was not read to the end. */
    void failAndClose(Problem problem) {
        if (begin()) {
            closeAfterwards();
            sendProblem(problem);
        }
    }

    /** The connection ends with the response, if that has not begun. */
    void closeAfterwards() {
        isLast = true;
    }

    /** To be called before bytes are written, by the thread that writes them. */
    void fixHeaders() {
        if (isLast && !response.isCommitted()) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
    }

    private void sendProblem(Problem problem) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        if (problem.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        putIfPresent(HttpHeader.RETRY_AFTER, problem.members().get(Problem.RETRY_AFTER));
        putIfPresent(HttpHeader.ALLOW, problem.members().get(Problem.ALLOW));
        send(problem.status(), problem.json());
    }

    private void putIfPresent(HttpHeader header, String value) {
        if (value != null) {
            response.getHeaders().put(header, value);
        }
    }

    private void send(int status, byte[] body) {
        if (!request.consumeAvailable()) { // Jetty then closes the connection, which the client must be told
            closeAfterwards();
        }
        fixHeaders();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        new TimedWrite(this, callback).write(true, ByteBuffer.wrap(body));
    }

    /** Ends the exchange after everything was written. */
    void complete() {
        callback.succeeded();
    }

    /** Ends the exchange where the client does not read or write any more. */
    void abort(Throwable fault) {
        callback.failed(fault);
    }

    /** Cuts the connection. */
    void close() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
