package dev.twinplace.service.http;

import java.util.List;

/**
 * What the service answers.
 *
 * @param path segments in braces stand for any
 * @param access who may ask, and when
 * @param parameters that may be in the query
 */
record Route(String method, String path, Access access, List<String> parameters, Endpoint endpoint) {
    /** Who may ask, and when. */
    enum Access {
        /** Needs no token. */
        OPEN,
        /** Needs the token, if there is one. */
        PROTECTED,
        /** As above, and not while the service shuts down. */
        WORK
    }

    private static final String PARAMETER = "{";

    /** What this path has in place of the parameter; empty if there is none; null if the path is another. */
    String match(String other) {
        String[] pattern = path.split("/", -1);
        String[] segments = other.split("/", -1);
        if (pattern.length != segments.length) {
            return null;
        }
        String found = "";
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith(PARAMETER)) {
                found = segments[i];
            } else if (!pattern[i].equals(segments[i])) {
                return null;
            }
        }
        return found;
    }
}
