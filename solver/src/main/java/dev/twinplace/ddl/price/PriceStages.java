package dev.twinplace.ddl.price;

/**
 * What follows the networks' prices in a decision. Solvers use {@link #endingWith}; less shows what a stage is worth.
 *
 * @param polish the last stage
 * @param repairRounds how often the twins of a placement just decoded decide again at most; 0 for never
 * @param polished how many placements are polished at most where there are few twins, at least 1; of many twins it is one
 */
public record PriceStages(Polish polish, int repairRounds, int polished) {
    private static final int REPAIR_ROUNDS = 4;
    private static final int POLISHED = 3;

    public PriceStages {
        if (repairRounds < 0) {
            throw new IllegalArgumentException("repairRounds: must be >= 0, but was " + repairRounds);
        }
        if (polished < 1) {
            throw new IllegalArgumentException("polished: must be >= 1, but was " + polished);
        }
    }

    /** All, with this one at the end. */
    public static PriceStages endingWith(Polish polish) {
        return new PriceStages(polish, REPAIR_ROUNDS, POLISHED);
    }

    /** The same without repair. */
    public PriceStages withoutRepair() {
        return new PriceStages(polish, 0, polished);
    }

    /** The same, with one placement polished. */
    public PriceStages polishingOne() {
        return new PriceStages(polish, repairRounds, 1);
    }
}
