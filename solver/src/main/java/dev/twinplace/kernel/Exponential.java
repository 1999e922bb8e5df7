package dev.twinplace.kernel;

/**
 * exp in {@code float}, as the scalar and the SIMD implementation compute it: exp(x) = 2^k · e^r with k = round(x / ln 2) and |r| ≤ ln 2 / 2, where e^r
 * is its Taylor polynomial of degree 7, whose remainder there is below 6e-9. ln 2 is taken in two parts, so that r is exact
 * (Cody and Waite, "Software Manual for the Elementary Functions", 1980).
 */
public final class Exponential {
    /** Beyond these exp is 0 or infinite in {@code float}; arguments are clipped to them. */
    public static final float LEAST = -87;

    /** See {@link #LEAST}. */
    public static final float MOST = 88;

    /** 1 / ln 2. */
    public static final float LOG2_E = (float) (1 / Math.log(2));

    /** The first 12 bits of ln 2: times an integer below 2^12 it is exact. */
    public static final float LN2_HIGH = 355f / 512;

    /** ln 2 − {@link #LN2_HIGH}. */
    public static final float LN2_LOW = (float) (Math.log(2) - LN2_HIGH);

    /** 1.5·2^23: adding and subtracting it rounds to the nearest integer. */
    public static final float ROUNDER = 12582912f;

    public static final float C2 = 1f / 2;
    public static final float C3 = 1f / 6;
    public static final float C4 = 1f / 24;
    public static final float C5 = 1f / 120;
    public static final float C6 = 1f / 720;
    public static final float C7 = 1f / 5040;

    /** Of a {@code float}: where its exponent begins, and by how much it is shifted. */
    public static final int MANTISSA_BITS = 23;

    public static final int EXPONENT_BIAS = 127;

    private Exponential() {}

    /** exp(x), relative error below 2e-7; arguments are clipped to [{@link #LEAST}, {@link #MOST}]. */
    public static float of(float x) {
        float clipped = Math.min(Math.max(x, LEAST), MOST);
        float rounded = Math.fma(clipped, LOG2_E, ROUNDER);
        float k = rounded - ROUNDER;
        float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, clipped));
        float p = C7;
        p = Math.fma(p, r, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, C2);
        p = Math.fma(p, r, 1);
        p = Math.fma(p, r, 1);
        // The last bits of the rounded value are those of k: the shift drops all others.
        return p * Float.intBitsToFloat((Float.floatToRawIntBits(rounded) + EXPONENT_BIAS) << MANTISSA_BITS);
    }
}
