package dev.twinplace.model;

/**
 * The three constants of the model to which the paper gives no value.
 *
 * @param instructionsPerByte δ >= 0
 * @param networkDiscount γ > 0, the share of a device's bandwidth that reaches a cloud (1)
 * @param radioConstant λ > 0 in MB·m/s, the product of rate and distance to an edge server (4)
 */
public record ModelParameters(double instructionsPerByte, double networkDiscount, double radioConstant) {
    public ModelParameters {
        Rules.notNegative("instructionsPerByte", instructionsPerByte);
        Rules.positive("networkDiscount", networkDiscount);
        Rules.positive("radioConstant", radioConstant);
    }
}
