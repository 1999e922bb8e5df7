package dev.twinplace.service.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be watched for its client's going away while a request is answered. Jetty reads nothing then, and so
 * does not see the end. What a watch reads instead, the beginning of the next request, is kept for the next read.
 *
 * <p>There is one interest in bytes at a time. While that is the watch's, Jetty's next is noted and served in its place.
 */
final class PeekingEndPoint extends SocketChannelEndPoint {
    private static final int PEEKED = 1024;

    private final Executor executor;
    private Runnable gone;
    private Callback next;
    private boolean isWatching;
    private boolean mayWatch;
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;

    PeekingEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Executor executor) {
        super(channel, selector, key, scheduler);
        this.executor = executor;
    }

    /** A request was read to its end: until Jetty wants to read again, the connection may be watched. */
    synchronized void allowWatch() {
        mayWatch = true;
    }

    /** Runs an action once if the client closes the connection before it sends more. */
    void watchForClose(Runnable action) {
        synchronized (this) {
            if (!mayWatch || isWatching) {
                return;
            }
            isWatching = true;
            gone = action;
        }
        super.fillInterested(new Watch());
    }

    @Override
    public void fillInterested(Callback callback) {
        if (!isHandled(callback)) {
            super.fillInterested(callback);
        }
    }

    @Override
    public boolean tryFillInterested(Callback callback) {
        return isHandled(callback) || super.tryFillInterested(callback);
    }

    private boolean isHandled(Callback callback) {
        synchronized (this) {
            mayWatch = false;
            if (isWatching) {
                next = callback;
                gone = null;
                return true;
            }
            if (!ahead.hasRemaining()) {
                return false;
            }
        }
        executor.execute(callback::succeeded);
        return true;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        synchronized (this) {
            if (ahead.hasRemaining()) {
                return BufferUtil.append(buffer, ahead);
            }
        }
        return super.fill(buffer);
    }

    /** The watch's interest in bytes. */
    private final class Watch implements Callback {
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.EITHER;
        }

        @Override
        public void succeeded() {
            Callback waiting = end();
            if (waiting == null) {
                peek();
            } else {
                waiting.succeeded();
            }
        }

        @Override
        public void failed(Throwable fault) {
            Runnable action = takeAction();
            Callback waiting = end();
            if (waiting != null) {
                waiting.failed(fault);
            } else if (action != null) {
                action.run();
            }
        }

        private Callback end() {
            synchronized (PeekingEndPoint.this) {
                isWatching = false;
                Callback waiting = next;
                next = null;
                return waiting;
            }
        }
    }

    private synchronized Runnable takeAction() {
        Runnable action = gone;
        gone = null;
        return action;
    }

    private void peek() {
        Runnable action = takeAction();
        if (action != null && isAtEnd()) {
            action.run();
        }
    }

    private boolean isAtEnd() {
        ByteBuffer bytes = BufferUtil.allocate(PEEKED);
        try {
            int count = super.fill(bytes);
            synchronized (this) {
                ahead = bytes;
            }
            return count < 0;
        } catch (IOException e) { // reset by the client
            return true;
        }
    }
}
