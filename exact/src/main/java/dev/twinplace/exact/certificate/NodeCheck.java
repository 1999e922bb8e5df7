package dev.twinplace.exact.certificate;

import static dev.twinplace.exact.certificate.RefutedException.require;

import dev.twinplace.exact.certificate.Node.Step;
import java.math.BigInteger;

/** Whether what a node takes away may be taken away, and whether it may end as it does. */
final class NodeCheck {
    private static final int NONE = -1;

    private final ExactProblem problem;
    private final Target target;
    private final AlikeTwins alike;
    private final FreeServers free;
    private final SideLimits limits;

    /**
     * For the nodes of one proof.
     *
     * @param target for what nodes must reach that are closed by a bound
     */
    NodeCheck(ExactProblem problem, Target target) {
        this.problem = problem;
        this.target = target;
        alike = new AlikeTwins(problem.problem);
        free = new FreeServers(problem);
        limits = problem.side;
    }

    /**
     * Takes from a domain what the steps of a node take away.
     *
     * @throws RefutedException if a pair may stay
     */
    void exclude(Node node, Domain domain) {
        for (Step step : node.steps()) {
            switch (step.rule()) {
                case ALIKE -> alike.exclude(domain, step.pairs());
                case LIMITS -> limits.exclude(domain, step.pairs());
                case FREE_SERVER -> {
                    require(node.isRoot(), "free servers are for the root alone to use");
                    free.exclude(domain, step.pairs());
                }
                case PRICES -> excludeByPrices(step, domain);
            }
        }
    }

    private void excludeByPrices(Step step, Domain domain) {
        PriceBound bound = new PriceBound(problem, domain, step.prices(), target);
        for (int i = 0; i < step.pairs().count(); i++) {
            int twin = step.pairs().twin(i);
            int server = step.pairs().server(i);
            require(
                    !domain.allows(twin, server) || bound.isReachedWith(twin, server),
                    "the prices do not exclude twin " + twin + " from server " + server
                            + ": the bound of that is too low");
        }
        domain.exclude(step.pairs());
    }

    /**
     * Checks that a leaf is one.
     *
     * @param domain of the node, after what it excludes
     * @throws RefutedException if something better may be in it
     */
    void close(Node node, Domain domain) {
        switch (node.close()) {
            case BOUND ->
                require(
                        new PriceBound(problem, domain, node.prices(), target).isReached(),
                        "it is closed by a bound, but its prices prove less");
            case CONTRADICTION ->
                require(
                        domain.twinWithoutServer() != NONE || isOverloaded(domain),
                        "it is closed by contradiction, but every twin has a server and no server is overloaded");
            case PLACEMENT -> {
                require(
                        domain.twinWithoutServer() == NONE && domain.undecidedTwin() == NONE,
                        "it is closed as a placement, but not every twin has exactly one server left");
                require(
                        isOverloaded(domain) || target.isReachedBy(excess(domain)),
                        "its placement is within capacity and costs less than the bound");
            }
            case BRANCH -> throw new IllegalArgumentException("a branch is no leaf");
        }
    }

    private boolean isOverloaded(Domain domain) {
        for (int s = 0; s < problem.servers; s++) {
            if (ServerBase.of(problem, domain, s, NONE).isOverloaded()) {
                return true;
            }
        }
        return limits.isExceeded(domain);
    }

    private BigInteger excess(Domain domain) {
        BigInteger sum = BigInteger.ZERO;
        for (int s = 0; s < problem.servers; s++) {
            sum = sum.add(ServerBase.of(problem, domain, s, NONE).cost());
        }
        return sum;
    }
}
