package dev.twinplace.service.extender;

import dev.twinplace.io.InvalidInputException;
import java.util.List;
import java.util.Optional;

/**
 * What a scheduler asks about a pod: {@code ExtenderArgs} of {@code k8s.io/kube-scheduler/extender/v1}.
 *
 * @param session in the annotation {@value #SESSION} of the pod
 * @param twin in the annotation {@value #TWIN}
 * @param nodes that the pod may run on
 * @param isNamesOnly whether the scheduler sends names of nodes, and expects names
 */
public record ExtenderArgs(
        Optional<String> session, Optional<String> twin, List<CandidateNode> nodes, boolean isNamesOnly) {
    /** Annotation with the id of the session whose placement counts. */
    public static final String SESSION = "twinplace.dev/session";

    /** Annotation with the id of the twin that runs in the pod. */
    public static final String TWIN = "twinplace.dev/twin";

    public ExtenderArgs {
        nodes = List.copyOf(nodes);
    }

    /**
     * Reads a body. As everywhere in Kubernetes, fields that are not known are ignored.
     *
     * @param source what messages call it
     * @throws InvalidInputException if it is not JSON, or has no pod, or not one of {@code Nodes} and {@code NodeNames}
     */
    public static ExtenderArgs read(byte[] body, String source) {
        return ExtenderArgsReader.read(body, source);
    }
}
