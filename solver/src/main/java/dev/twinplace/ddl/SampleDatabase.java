package dev.twinplace.ddl;

import java.util.Arrays;

/** The latest samples with the decisions to learn, the oldest giving way to the next: lines 10 to 14 of Algorithm 1. */
final class SampleDatabase {
    private final int capacity;
    private final int sampleLength;
    private final int bits;
    private final float[] samples;
    private final float[] labels;
    private long taken;

    SampleDatabase(int capacity, int sampleLength, int bits) {
        this.capacity = capacity;
        this.sampleLength = sampleLength;
        this.bits = bits;
        samples = new float[Math.multiplyExact(capacity, sampleLength)];
        labels = new float[Math.multiplyExact(capacity, bits)];
    }

    /** Takes a sample and its label, of which both are copied. */
    void add(float[] sample, float[] label, int labelAt) {
        int slot = (int) (taken % capacity);
        System.arraycopy(sample, 0, samples, slot * sampleLength, sampleLength);
        System.arraycopy(label, labelAt, labels, slot * bits, bits);
        taken++;
    }

    /** How many samples it was ever given. */
    long taken() {
        return taken;
    }

    /** How many it has. */
    int size() {
        return (int) Math.min(taken, capacity);
    }

    /** All samples; the array itself. */
    float[] samples() {
        return samples;
    }

    /** Where in {@link #samples()} one begins. */
    int sampleAt(int slot) {
        return slot * sampleLength;
    }

    void copyLabel(int slot, float[] target, int at) {
        System.arraycopy(labels, slot * bits, target, at, bits);
    }

    /** The samples that it has, {@link #size()} × sample length; a copy. */
    float[] heldSamples() {
        return Arrays.copyOf(samples, size() * sampleLength);
    }

    /** Their labels, {@link #size()} × bits; a copy. */
    float[] heldLabels() {
        return Arrays.copyOf(labels, size() * bits);
    }

    /** Goes on from where another stopped after so many samples. */
    void restore(long takenBefore, float[] heldSamples, float[] heldLabels) {
        taken = takenBefore;
        System.arraycopy(heldSamples, 0, samples, 0, size() * sampleLength);
        System.arraycopy(heldLabels, 0, labels, 0, size() * bits);
    }
}
