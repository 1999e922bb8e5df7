package dev.twinplace.ddl;

import java.util.random.RandomGenerator;

/** A bit for each input, which should be 1 where the input is positive; each wrong bit costs 1. Easy to learn. */
record SignTask(int bits) implements OffloadingTask {
    @Override
    public Situation situation(long number) {
        RandomGenerator random = RandomStreams.of(99, number);
        float[] inputs = new float[bits];
        for (int i = 0; i < bits; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        return new Signs(inputs);
    }

    /** Its best decision is known to tests alone. */
    static final class Signs implements Situation {
        private final float[] inputs;

        Signs(float[] inputs) {
            this.inputs = inputs;
        }

        @Override
        public void describe(float[] sample, int at) {
            System.arraycopy(inputs, 0, sample, at, inputs.length);
        }

        @Override
        public double cost(float[] decision, int at) {
            double wrong = 0;
            for (int i = 0; i < inputs.length; i++) {
                wrong += (decision[at + i] == 1) == (inputs[i] > 0) ? 0 : 1;
            }
            return wrong;
        }
    }
}
