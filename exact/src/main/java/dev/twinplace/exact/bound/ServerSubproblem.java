package dev.twinplace.exact.bound;

/**
 * Which twins one server would take if each paid a price for it:
 *
 * <pre>
 * minimise   Σ_{m in X} (cost[m] − price[m])  +  contention · (Σ_{m in X} weight[m]) · (Σ_{m in X} work[m])
 * subject to Σ_{m in X} demand[m] ≤ load limit
 * </pre>
 *
 * <p>Decided twins are in X in any case and pay nothing. Both implementations search depth first, take a twin before they
 * leave it out, in the order of what a twin gains per unit of what is scarce, and stop where a continuous relaxation says that
 * nothing better follows. A search that takes too long ends with a valid bound. Allocate nothing after construction; belong to one thread.
 */
interface ServerSubproblem {
    /** No twin is left out. */
    int NONE = -1;

    /** Looks at a server, at these prices of the twins. O(M + n·log n) for n twins worth a look. */
    void load(int server, Domains domains, double[] price);

    /** A lower bound of the least value, and that value itself unless the search was cut short; infinite if overloaded. */
    double solve();

    /** As {@link #solve}, without a twin. What is at least {@code cutoff} may be returned as that. */
    double solveWithout(int excluded, double cutoff);

    /** As {@link #solve}, with a twin at its price. What is at least {@code cutoff} may be returned as that. */
    double solveWith(int included, double price, double cutoff);

    /**
     * The value of the decided twins alone. With the absolute prices of the undecided ones it is what the numbers of this
     * server add up to: the rounding error of a value is at most (8 M + 32) · 2<sup>-53</sup> times that. Gains are
     * differences of a cost and a larger price; contention that a search takes on is less than the gains it is weighed
     * against.
     */
    double decidedValue();

    /** How many twins the last {@link #solve} took, not counting decided ones. */
    int taken();

    /** One of the twins that the last {@link #solve} took. */
    int taken(int index);
}
