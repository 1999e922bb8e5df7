package dev.twinplace.benchmarks.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops that do nothing but multiply and add, or read, as fast as the Vector API can. */
public final class Probe {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Chains that do not wait for one another: enough for two units of five cycles each. */
    private static final int CHAINS = 12;

    private static final int STREAMS = 8;

    private Probe() {}

    /** Floats in a vector. */
    public static int lanes() {
        return LANES;
    }

    /**
     * Does about so many multiply-adds, and not fewer; the result depends on all of them. Each adds to its sum: this is the
     * form that C2 has an instruction for, others cost it a move.
     */
    public static float multiplyAdds(int count, float factor) {
        FloatVector x = FloatVector.broadcast(SPECIES, factor);
        FloatVector y = FloatVector.broadcast(SPECIES, 1 - factor);
        FloatVector a = x;
        FloatVector b = x;
        FloatVector c = x;
        FloatVector d = x;
        FloatVector e = x;
        FloatVector f = x;
        FloatVector g = x;
        FloatVector h = x;
        FloatVector i = x;
        FloatVector j = x;
        FloatVector k = x;
        FloatVector l = x;
        for (int done = 0; done < count; done += CHAINS * LANES) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
            k = x.fma(y, k);
            l = x.fma(y, l);
        }
        FloatVector all = a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l);
        return all.reduceLanes(VectorOperators.ADD);
    }

    /** The sum of {@code length} floats from {@code from} on; the length is a multiple of 128. */
    public static float read(float[] values, int from, int length) {
        FloatVector a = FloatVector.zero(SPECIES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        for (int at = from; at < from + length; at += STREAMS * LANES) {
            a = a.add(FloatVector.fromArray(SPECIES, values, at));
            b = b.add(FloatVector.fromArray(SPECIES, values, at + LANES));
            c = c.add(FloatVector.fromArray(SPECIES, values, at + 2 * LANES));
            d = d.add(FloatVector.fromArray(SPECIES, values, at + 3 * LANES));
            e = e.add(FloatVector.fromArray(SPECIES, values, at + 4 * LANES));
            f = f.add(FloatVector.fromArray(SPECIES, values, at + 5 * LANES));
            g = g.add(FloatVector.fromArray(SPECIES, values, at + 6 * LANES));
            h = h.add(FloatVector.fromArray(SPECIES, values, at + 7 * LANES));
        }
        FloatVector all = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h);
        return all.reduceLanes(VectorOperators.ADD);
    }
}
