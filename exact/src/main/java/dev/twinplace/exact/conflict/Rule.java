package dev.twinplace.exact.conflict;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that a placement must respect, and that could be given up.
 *
 * @param kind what it is about
 * @param twin index of the twin whose rule it is, if any
 * @param server index of the server whose rule it is, if any
 * @param group index among the groups of the scenario, if it is one
 * @param resource that a server has too little of, if it is a capacity
 * @param text in plain words
 */
public record Rule(
        Kind kind, OptionalInt twin, OptionalInt server, OptionalInt group, Optional<String> resource, String text) {
    /** What rules are about, in the order in which they are tried to be given up. */
    public enum Kind {
        /** Twins of a group share a server. */
        TOGETHER,
        /** No two twins of a group are on one server. */
        SEPARATE,
        /** A server takes no twins, or no new ones. */
        STATUS,
        /** A twin tolerates only so much latency. */
        LATENCY,
        /** A twin must not run on some servers. */
        FORBIDDEN,
        /** A twin may run on some servers alone. */
        ALLOWED,
        /** A twin requires labels. */
        LABELS,
        /** A twin is pinned to a server. */
        PINNED,
        /** A twin must be placed. */
        PLACED,
        /** A server has so much of a resource. */
        CAPACITY;

        /** The name in answers. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Rule ofTwin(Kind kind, int twin, String text) {
        return new Rule(kind, OptionalInt.of(twin), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), text);
    }

    static Rule ofServer(int server, String text) {
        return new Rule(
                Kind.STATUS, OptionalInt.empty(), OptionalInt.of(server), OptionalInt.empty(), Optional.empty(), text);
    }

    static Rule ofGroup(Kind kind, int group, String text) {
        return new Rule(kind, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(group), Optional.empty(), text);
    }

    static Rule ofCapacity(int server, String resource, String text) {
        return new Rule(
                Kind.CAPACITY,
                OptionalInt.empty(),
                OptionalInt.of(server),
                OptionalInt.empty(),
                Optional.of(resource),
                text);
    }
}
