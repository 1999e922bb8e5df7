package dev.twinplace.reports.claim;

import java.util.List;

/** The claims of the paper, the most important first. */
public final class PaperClaims {
    private static final List<Claim> LIST = List.of(
            new NearOptimal(),
            new BeatsBaselines(),
            new WithinTenMilliseconds(),
            new Converges(),
            new MoreNetworksConvergeFaster(),
            new DatabaseSizeHardlyMatters(),
            new Portable(),
            new NpHard());

    private PaperClaims() {}

    public static List<Claim> all() {
        return LIST;
    }
}
