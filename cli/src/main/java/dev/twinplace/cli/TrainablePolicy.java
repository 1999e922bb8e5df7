package dev.twinplace.cli;

/** The policies that can be trained. */
enum TrainablePolicy {
    DDL_PAPER,
    DDL_PAIR;

    /**
     * The plan that options ask for.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    TrainingPlan plan(TrainingOptions options) {
        return switch (this) {
            case DDL_PAPER -> PaperPlan.of(options);
            case DDL_PAIR -> PricePlan.of(options);
        };
    }

    /** The id of the solver that decides with it. */
    @Override
    public String toString() {
        return switch (this) {
            case DDL_PAPER -> "ddl-paper";
            case DDL_PAIR -> "ddl-price";
        };
    }
}
