package dev.twinplace.service.http;

import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.QuestionReader;
import dev.twinplace.service.decide.Reply;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Answers JSON lines, one after the other, each once it is decided. Every line takes its turn among those of other
 * requests. Of each request one line is read, solved or written at a time: a client that does not read its answers stops its
 * own questions, and nothing else.
 */
final class AnsweredLines extends IteratingCallback {
    private final Exchange exchange;
    private final Desk desk;
    private final QuestionReader.Form form;
    private final DecisionOptions options;
    private final LineSource lines;
    private Asker asker;
    private boolean isGone;
    private long count;
    private boolean isLast;

    private AnsweredLines(Exchange exchange, Desk desk, QuestionReader.Form form, DecisionOptions options) {
        this.exchange = exchange;
        this.desk = desk;
        this.form = form;
        this.options = options;
        lines = new LineSource(
                exchange.request(), new BodyBuffer(exchange.surroundings().memory(), desk.maxBody()));
    }

    /** Begins to read and to answer. */
    static void start(Exchange exchange, Desk desk, QuestionReader.Form form, DecisionOptions options) {
        desk.requireRoom();
        if (!exchange.begin()) {
            return;
        }
        exchange.response().setStatus(200);
        exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, Exchange.JSON_LINES);
        AnsweredLines stream = new AnsweredLines(exchange, desk, form, options);
        exchange.onGone(stream::leave);
        stream.iterate();
    }

    private void leave() {
        Asker current;
        synchronized (this) {
            isGone = true;
            current = asker;
        }
        if (current != null) {
            current.leave();
        }
    }

    @Override
    protected Action process() {
        if (isLast) {
            return Action.SUCCEEDED;
        }
        byte[] line;
        try {
            line = lines.next();
        } catch (ProblemException e) {
            count++;
            return writeLast(e.problem().detail());
        }
        if (line != null) {
            return answer(line);
        }
        if (lines.isAtEnd()) {
            isLast = true;
            exchange.response().write(true, BufferUtil.EMPTY_BUFFER, this);
            return Action.SCHEDULED;
        }
        exchange.request().demand(this::iterate);
        return Action.IDLE;
    }

    private Action answer(byte[] line) {
        count++;
        if (isBlank(line)) {
            return write(new byte[0]);
        }
        if (desk.isDraining()) {
            return writeLast("must be sent again, for the service is shutting down");
        }
        if (lines.isRead()) {
            exchange.setRead();
        }
        exchange.setWorking(true);
        desk.proceed(options, () -> form.read(line, source(), options), nextAsker());
        return Action.SCHEDULED;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private Asker nextAsker() {
        synchronized (this) {
            asker = new LineAsker();
        }
        if (isGone()) {
            asker.leave();
        }
        return asker;
    }

    private synchronized boolean isGone() {
        return isGone;
    }

    private String source() {
        return "line " + count;
    }

    private Action write(byte[] bytes) {
        if (bytes.length == 0) {
            succeeded();
        } else {
            new TimedWrite(exchange, this).write(false, ByteBuffer.wrap(bytes));
        }
        return Action.SCHEDULED;
    }

    /** Nothing of the body can be read after this line. */
    private Action writeLast(String complaint) {
        isLast = true;
        exchange.closeAfterwards();
        byte[] bytes = Reply.failure(source(), source() + ": " + complaint);
        new TimedWrite(exchange, this).write(true, ByteBuffer.wrap(bytes));
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        lines.close();
        exchange.complete();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        lines.close();
        leave();
        exchange.abort(cause);
    }

    /** Of one line. */
    private final class LineAsker extends Asker {
        LineAsker() {
            super(desk, exchange);
        }

        @Override
        void answer(Reply reply) {
            write(reply.line());
        }

        @Override
        void answer(Throwable fault) {
            write(Reply.failure(
                    source(), source() + ": " + exchange.problem(fault).detail()));
        }
    }
}
