package dev.twinplace.service.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Sessions by id: bounded in number and memory; one that is not used for a while is dropped. Thread-safe. */
public final class SessionStore {
    private final int maxSessions;
    private final long maxBytes;
    private final long lifeNanos;
    private final LongSupplier clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private long bytes;

    private static final class Entry {
        private final LiveSession session;
        private long lastUse;

        Entry(LiveSession session, long now) {
            this.session = session;
            lastUse = now;
        }
    }

    /** What became of a session that was to be kept. */
    public enum Kept {
        NEW,
        REPLACED,
        REFUSED
    }

    /**
     * Has none.
     *
     * @param maxBytes of the texts that scenarios were read from, together
     * @param life of a session that is not used
     * @param clock in nanoseconds, as {@link System#nanoTime}
     */
    public SessionStore(int maxSessions, long maxBytes, Duration life, LongSupplier clock) {
        this.maxSessions = maxSessions;
        this.maxBytes = maxBytes;
        lifeNanos = life.toNanos();
        this.clock = clock;
    }

    /** Keeps a session, in place of any of that id; not if there is no room. */
    public synchronized Kept put(String id, LiveSession session) {
        dropUnused();
        Entry old = entries.get(id);
        long bytesAfter = bytes + session.bytes() - (old == null ? 0 : old.session.bytes());
        if ((old == null && entries.size() >= maxSessions) || bytesAfter > maxBytes) {
            return Kept.REFUSED;
        }
        entries.put(id, new Entry(session, clock.getAsLong()));
        bytes = bytesAfter;
        return old == null ? Kept.NEW : Kept.REPLACED;
    }

    /** The session of an id, whose life begins anew. */
    public synchronized Optional<LiveSession> get(String id) {
        dropUnused();
        Entry entry = entries.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        entry.lastUse = clock.getAsLong();
        return Optional.of(entry.session);
    }

    /** Drops a session; false if there is none. */
    public synchronized boolean remove(String id) {
        dropUnused();
        Entry old = entries.remove(id);
        bytes -= old == null ? 0 : old.session.bytes();
        return old != null;
    }

    /** How many there are. */
    public synchronized int size() {
        dropUnused();
        return entries.size();
    }

    private void dropUnused() {
        long now = clock.getAsLong();
        for (Iterator<Entry> all = entries.values().iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (now - entry.lastUse > lifeNanos) {
                bytes -= entry.session.bytes();
                all.remove();
            }
        }
    }
}
