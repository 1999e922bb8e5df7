package dev.twinplace.benchmarks.run;

/**
 * Of two scores, with the half width of its interval by the usual propagation of both errors: r·√((e₁/s₁)² + (e₂/s₂)²).
 *
 * @param value numerator by denominator
 * @param error NaN if one side was measured but once
 */
record Ratio(double value, double error) {
    private static final double MAX_RELATIVE_ERROR = 0.1;

    static Ratio of(Measurement numerator, Measurement denominator) {
        double value = numerator.score() / denominator.score();
        return new Ratio(
                value,
                value
                        * Math.hypot(
                                numerator.scoreError() / numerator.score(),
                                denominator.scoreError() / denominator.score()));
    }

    /** The value, or a dash where the error is more than a tenth of it: then the ratio is no result. */
    @Override
    public String toString() {
        return error <= MAX_RELATIVE_ERROR * value ? Figures.number(value) : "-";
    }
}
