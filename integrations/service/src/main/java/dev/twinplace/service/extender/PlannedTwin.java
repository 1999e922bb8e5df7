package dev.twinplace.service.extender;

import dev.twinplace.model.PrintableText;
import dev.twinplace.service.session.LiveSession;
import dev.twinplace.service.session.SessionStore;
import java.util.Map;
import java.util.Optional;

/**
 * Where a session places a twin.
 *
 * @param server empty if it is left unplaced
 * @param reason in words
 */
record PlannedTwin(Optional<String> server, String reason) {
    private static final int MAX_ID = 80;

    /**
     * Looks up the twin of a pod; empty if the pod names neither a session nor a twin.
     *
     * @throws NoPlanException if it names only one, or what it names is not placed
     */
    static Optional<PlannedTwin> of(ExtenderArgs args, SessionStore sessions) throws NoPlanException {
        if (args.session().isEmpty() && args.twin().isEmpty()) {
            return Optional.empty();
        }
        String session = required(args.session(), ExtenderArgs.SESSION);
        String twin = required(args.twin(), ExtenderArgs.TWIN);
        String shown = PrintableText.line(session, MAX_ID);
        LiveSession live = sessions.get(session)
                .orElseThrow(() -> new NoPlanException("session " + shown + " was never put, or has expired"));
        Map<String, Optional<String>> plan = live.placement()
                .orElseThrow(
                        () -> new NoPlanException("session " + shown + " has no placement yet: it must be decided"));
        Optional<String> server = plan.get(twin);
        if (server == null) {
            throw new NoPlanException("session " + shown + " has no twin " + PrintableText.line(twin, MAX_ID));
        }
        String verb =
                server.map(id -> " places twin " + twin + " on " + id).orElse(" leaves twin " + twin + " unplaced");
        return Optional.of(new PlannedTwin(server, "session " + shown + verb));
    }

    private static String required(Optional<String> annotation, String name) throws NoPlanException {
        return annotation.orElseThrow(
                () -> new NoPlanException("the pod must have the annotation " + name + ", but it is missing"));
    }

    boolean isOn(String node) {
        return server.filter(node::equals).isPresent();
    }
}
