package dev.twinplace.service.http;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.service.decide.QuestionSolver;
import dev.twinplace.service.decide.Reply;

/** The client of an exchange, while one question of it is being decided. */
abstract class Asker implements QuestionSolver.Client {
    private final Desk desk;
    private final Exchange exchange;
    private final CancellationToken cancellation = new CancellationToken();
    private boolean isAnswered;

    Asker(Desk desk, Exchange exchange) {
        this.desk = desk;
        this.exchange = exchange;
    }

    final Exchange exchange() {
        return exchange;
    }

    @Override
    public final CancellationToken cancellation() {
        return cancellation;
    }

    /** The client has gone: its solve, if it is under way or waits, need not go on. */
    final void leave() {
        synchronized (this) {
            if (isAnswered || cancellation.isCancelled()) {
                return;
            }
        }
        desk.countCancelled();
        cancellation.cancel();
    }

    @Override
    public final void look(long now) {
        exchange.watchForClose();
        if (desk.isCutShort()) {
            cancellation.cancel();
        }
    }

    /** Jetty takes no other request from a connection while a thread is busy with one. */
    @Override
    public final void leftBehind() {
        exchange.closeAfterwards();
    }

    @Override
    public final void replied(Reply reply) {
        end();
        answer(reply);
    }

    @Override
    public final void failed(Throwable fault) {
        end();
        answer(fault);
    }

    private void end() {
        synchronized (this) {
            isAnswered = true;
        }
        exchange.endWork();
    }

    abstract void answer(Reply reply);

    abstract void answer(Throwable fault);
}
