package dev.twinplace.exact.conflict;

/** Prices that were a proof for one packing, to begin with for another: of twins, and of what servers have of dimensions. */
final class ProofPrices {
    private double[] ofTwin = new double[0];

    /** By server and dimension. */
    private double[][] ofDimension = new double[0][];

    boolean isKnown() {
        return ofTwin.length > 0;
    }

    void read(Packing packing, double[] ofRow, PricedServer[] servers) {
        for (int u = 0; u < ofRow.length; u++) {
            ofRow[u] = 0;
            for (int m : packing.members(u)) {
                ofRow[u] += ofTwin[m];
            }
        }
        for (int s = 0; s < servers.length; s++) {
            System.arraycopy(ofDimension[s], 0, servers[s].price(), 0, ofDimension[s].length);
        }
    }

    /** Twins that are in no row of the packing keep their prices. */
    void write(Packing packing, double[] ofRow, PricedServer[] servers) {
        if (!isKnown()) {
            ofTwin = new double[packing.twins()];
            ofDimension = new double[servers.length][packing.dimensions().size()];
        }
        for (int u = 0; u < ofRow.length; u++) {
            for (int m : packing.members(u)) {
                ofTwin[m] = ofRow[u] / packing.members(u).length;
            }
        }
        for (int s = 0; s < servers.length; s++) {
            System.arraycopy(servers[s].price(), 0, ofDimension[s], 0, ofDimension[s].length);
        }
    }
}
