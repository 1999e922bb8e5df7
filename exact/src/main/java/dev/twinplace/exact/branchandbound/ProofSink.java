package dev.twinplace.exact.branchandbound;

/** Takes the nodes of a search for its certificate, parents before their children. */
@FunctionalInterface
interface ProofSink {
    void add(ProofNode node);
}
