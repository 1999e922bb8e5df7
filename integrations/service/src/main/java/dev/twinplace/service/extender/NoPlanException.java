package dev.twinplace.service.extender;

/** A pod names a twin that no session places. The message is for the events of the pod. */
final class NoPlanException extends Exception {
    private static final long serialVersionUID = 1L;

    NoPlanException(String message) {
        super(message);
    }
}
