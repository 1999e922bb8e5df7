package dev.twinplace.problem;

import java.util.Arrays;

/** Which server each twin runs on. Immutable. */
public final class Placement {
    private final int[] serverOf;

    private Placement(int[] serverOf) {
        this.serverOf = serverOf;
    }

    /** The placement of twin m on server {@code serverOf[m]}; the array is copied. */
    public static Placement of(int... serverOf) {
        return new Placement(serverOf.clone());
    }

    public int twins() {
        return serverOf.length;
    }

    public int serverOf(int twin) {
        return serverOf[twin];
    }

    /** A new array that the caller owns. */
    public int[] toArray() {
        return serverOf.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Placement placement && Arrays.equals(serverOf, placement.serverOf);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(serverOf);
    }

    @Override
    public String toString() {
        return Arrays.toString(serverOf);
    }
}
