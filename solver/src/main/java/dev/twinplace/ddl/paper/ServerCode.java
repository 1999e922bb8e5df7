package dev.twinplace.ddl.paper;

/**
 * Which server a twin is on, as ⌈log2(S+1)⌉ bits, the highest first: the index of the server in the problem. The paper does
 * not say what becomes of codes that no server has, where S+1 is not a power of two; here a code is taken modulo S+1.
 *
 * @param twins M
 * @param servers S+1, at least 1
 */
record ServerCode(int twins, int servers) {
    /** At least one, so that networks have an output even where there is nothing to choose. */
    int bitsPerTwin() {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(servers - 1));
    }

    int bits() {
        return Math.multiplyExact(twins, bitsPerTwin());
    }

    /** Writes the placement that bits from {@code at} on, 0 or 1 each, stand for: that of the first twins, if it has fewer. */
    void decode(float[] bits, int at, int[] serverOf) {
        int next = at;
        for (int m = 0; m < serverOf.length; m++) {
            int code = 0;
            for (int b = 0; b < bitsPerTwin(); b++) {
                code = 2 * code + (bits[next++] == 1 ? 1 : 0);
            }
            serverOf[m] = code % servers;
        }
    }

    /** Writes the bits of a placement from {@code at} on. */
    void encode(int[] serverOf, float[] bits, int at) {
        int next = at;
        for (int m = 0; m < twins; m++) {
            for (int b = bitsPerTwin() - 1; b >= 0; b--) {
                bits[next++] = (serverOf[m] >> b) & 1;
            }
        }
    }
}
