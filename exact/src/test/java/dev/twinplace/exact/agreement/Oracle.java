package dev.twinplace.exact.agreement;

/** A program that none of our solvers shares code with, fed from plain numbers. */
@FunctionalInterface
interface Oracle {
    /** What it says about an instance, which may be little where its limit ends it. */
    Claim solve(PlainInstance instance);
}
