package dev.twinplace.service.http;

import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.QuestionReader;
import dev.twinplace.service.decide.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Answers JSON lines in their order, each as soon as it and those before it are decided. Every line takes its turn among those of
 * other requests; while others are under way, a further one is asked only if it need not wait, and if it is short. No line is read
 * while an answer is being written: a client that does not read its answers stops its own questions, and nothing else.
 */
final class AnsweredLines extends IteratingCallback {
    /** Of lines that are asked, and of answers that are written, beside others: what these take is not counted. */
    private static final int MAX_LENGTH_BESIDE = 64 * 1024;

    /** Lines that are asked or answered and not yet written. */
    private static final int MAX_PENDING = 16;

    private final Exchange exchange;
    private final Desk desk;
    private final QuestionReader.Form form;
    private final DecisionOptions options;
    private final LineSource lines;

    /** Asked and not yet written, in their order. */
    private final Deque<LineAsker> pending = new ArrayDeque<>();

    private boolean isGone;
    private byte[] next; // read and not yet asked, or null
    private long count;
    private boolean isEnded; // nothing more is read
    private boolean isOver; // the last bytes are being written, or are
    private volatile boolean isAwaited; // more of the body

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
        List<LineAsker> left;
        synchronized (pending) {
            isGone = true;
            left = List.copyOf(pending);
        }
        left.forEach(LineAsker::leave);
    }

    @Override
    protected Action process() {
        if (isOver) {
            return Action.SUCCEEDED;
        }
        byte[] answers = takeAnswers();
        if (answers.length == 0) {
            ask();
            answers = takeAnswers(); // of lines that need no solver
        }
        isOver = isEnded && next == null && isNonePending();
        if (!isOver && answers.length == 0) {
            return Action.IDLE;
        }
        exchange.fixHeaders();
        new TimedWrite(exchange, this).write(isOver, ByteBuffer.wrap(answers));
        return Action.SCHEDULED;
    }

    /** Those of the first lines, as far as they have come. */
    private byte[] takeAnswers() {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        synchronized (pending) {
            while (!pending.isEmpty() && pending.peek().answer != null && fits(answers.size(), pending.peek().answer)) {
                answers.writeBytes(pending.remove().answer);
            }
        }
        return answers.toByteArray();
    }

    private static boolean fits(int taken, byte[] answer) {
        return taken == 0 || taken + answer.length <= MAX_LENGTH_BESIDE;
    }

    private boolean isNonePending() {
        synchronized (pending) {
            return pending.isEmpty();
        }
    }

    /** Asks lines as long as there is room for them. */
    private void ask() {
        while (hasRoom(0)) {
            next = next == null ? read() : next;
            if (next == null || !hasRoom(next.length)) {
                return;
            }
            byte[] line = next;
            next = null;
            count++;
            if (!isBlank(line)) {
                ask(line);
            }
        }
    }

    private boolean hasRoom(int length) {
        synchronized (pending) {
            if (pending.isEmpty()) {
                return true;
            }
            if (pending.size() == MAX_PENDING || Math.max(length, pending.peekLast().length) > MAX_LENGTH_BESIDE) {
                return false;
            }
        }
        return desk.isFree();
    }

    /** The next line; null if there is none now. */
    private byte[] read() {
        if (isEnded || isAwaited) {
            return null;
        }
        try {
            byte[] line = lines.next();
            isEnded = line == null && lines.isAtEnd();
            if (isEnded) {
                exchange.setRead();
            } else if (line == null && isNonePending()) { // while one is, the client may be silent
                isAwaited = true;
                exchange.request().demand(this::readOn);
            }
            return line;
        } catch (ProblemException e) {
            count++;
            end(e.problem().detail());
            return null;
        }
    }

    private void readOn() {
        isAwaited = false;
        iterate();
    }

    private void ask(byte[] line) {
        if (desk.isDraining()) {
            end("must be sent again, for the service is shutting down");
            return;
        }
        if (lines.isRead()) {
            exchange.setRead();
        }
        LineAsker asker = new LineAsker(source(), line.length);
        exchange.startWork();
        if (add(asker)) {
            asker.leave();
        }
        desk.proceed(options, () -> form.read(line, asker.source, options), asker);
    }

    /** Returns whether the client has gone. */
    private boolean add(LineAsker asker) {
        synchronized (pending) {
            pending.add(asker);
            return isGone;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private String source() {
        return "line " + count;
    }

    /** Nothing of the body can be read after this line. */
    private void end(String complaint) {
        isEnded = true;
        exchange.closeAfterwards();
        LineAsker last = new LineAsker(source(), 0);
        last.answer = last.failure(complaint);
        add(last);
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
        private final String source;
        private final int length;
        private byte[] answer; // null until it has come

        LineAsker(String source, int length) {
            super(desk, exchange);
            this.source = source;
            this.length = length;
        }

        @Override
        void answer(Reply reply) {
            answer(reply.line());
        }

        @Override
        void answer(Throwable fault) {
            answer(failure(exchange.problem(fault).detail()));
        }

        byte[] failure(String complaint) {
            return Reply.failure(source, source + ": " + complaint);
        }

        private void answer(byte[] line) {
            synchronized (pending) {
                answer = line;
            }
            iterate();
        }
    }
}
