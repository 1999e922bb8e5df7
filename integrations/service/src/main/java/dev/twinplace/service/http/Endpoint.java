package dev.twinplace.service.http;

/** Answers requests for one path and method. */
@FunctionalInterface
interface Endpoint {
    /**
     * Begins to answer; returns without waiting for the client.
     *
     * @throws RuntimeException for which the exchange has a problem
     */
    void serve(Exchange exchange);
}
