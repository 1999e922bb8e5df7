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
 * <p>There is one interest in bytes at a time. While that is the watch's, Jetty's next is noted and served in its place. A
 * watch reads only until Jetty wants to read again.
 */
final class PeekingEndPoint extends SocketChannelEndPoint {
    private static final int PEEKED = 1024;

    private final Executor executor;
    private Runnable gone;
    private Callback next;
    private boolean isWatching;
    private boolean mayPeek;
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;

    PeekingEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Executor executor) {
        super(channel, selector, key, scheduler);
        this.executor = executor;
    }

    /** A request was read to its end: until Jetty wants to read again, the connection may be watched. */
    synchronized void allowWatch() {
        mayPeek = true;
    }

    /**
     * Runs an action once if the client closes the connection before it sends more.
     *
     * @return whether it is watched: not before the request was read to its end
     */
    boolean watchForClose(Runnable action) {
        synchronized (this) {
            if (!mayPeek) {
                return false;
            }
            gone = action;
            if (isWatching) {
                return true;
            }
            isWatching = true;
        }
        super.fillInterested(new Watch());
        return true;
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

    /** Jetty's own interest: with one at the end of a response it would close the connection. */
    @Override
    public synchronized boolean isFillInterested() {
        return isWatching ? next != null : super.isFillInterested();
    }

    private boolean isHandled(Callback callback) {
        synchronized (this) {
            endPeeking();
            if (isWatching) {
                next = callback;
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
            endPeeking();
            if (ahead.hasRemaining()) {
                return BufferUtil.append(buffer, ahead);
            }
        }
        return super.fill(buffer);
    }

    private void endPeeking() {
        mayPeek = false;
        gone = null;
    }

    /** What to do if the client has gone; null if it has not, or Jetty reads again. */
    private synchronized Runnable peek() {
        Runnable action = gone;
        if (action == null || !mayPeek) {
            return null;
        }
        ByteBuffer bytes = BufferUtil.allocate(PEEKED);
        int count;
        try {
            count = super.fill(bytes);
        } catch (IOException e) { // reset by the client
            count = -1;
        }
        ahead = bytes;
        endPeeking();
        return count < 0 ? action : null;
    }

    /** Jetty's interest that waits for the end of the watch; null if there is none. */
    private synchronized Callback endWatch() {
        isWatching = false;
        Callback waiting = next;
        next = null;
        return waiting;
    }

    private synchronized Runnable takeAction() {
        Runnable action = gone;
        gone = null;
        return action;
    }

    /** The watch's interest in bytes. */
    private final class Watch implements Callback {
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.BLOCKING; // what follows may be Jetty's handling of the next request
        }

        @Override
        public void succeeded() {
            Callback waiting = endWatch();
            if (waiting != null) {
                waiting.succeeded();
                return;
            }
            Runnable action = peek();
            if (action != null) {
                action.run();
            }
        }

        @Override
        public void failed(Throwable fault) {
            Runnable action = takeAction();
            Callback waiting = endWatch();
            if (waiting != null) {
                waiting.failed(fault);
            } else if (action != null) {
                action.run();
            }
        }
    }
}
