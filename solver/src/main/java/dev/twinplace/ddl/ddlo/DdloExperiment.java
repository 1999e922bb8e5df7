package dev.twinplace.ddl.ddlo;

import dev.twinplace.ddl.EnsemblePass;
import dev.twinplace.ddl.EnsembleSettings;
import dev.twinplace.ddl.EnsembleTrainer;
import dev.twinplace.ddl.IdentityExtractor;
import dev.twinplace.ddl.OffloadingTask;
import dev.twinplace.ddl.Situation;
import dev.twinplace.io.DdloRow;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.nn.Adam;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Trains an ensemble on the DDLO data as its lineage does: the first 80 % of the rows once, in their order, each as a
 * situation whose optimum is unknown; then tests it on the rest.
 *
 * <p>Networks are 9-120-80-9 on sizes in MB·10 − 200, without an extractor; weights N(0, 1/9), the deviation being one over
 * the inputs of the first layer in every layer; Adam with 0.01, 0.09 (sic) and 0.999; the latest 1,024 rows are kept, a batch
 * is 128 of these, and there is a training step every 10 rows from the 512th on. Unlike in the lineage's program, rows of
 * the test are not learnt from.
 */
public final class DdloExperiment {
    private static final int DATABASE = 1024;
    private static final int BATCH = 128;
    private static final int FIRST_STEP_AFTER = 512;
    private static final int INTERVAL = 10;
    private static final Adam OPTIMISER = new Adam(0.01, 0.09, 0.999);
    private static final double WEIGHT_DEVIATION = 1.0 / DdloRow.TASKS;

    private static final double TRAINING_SHARE = 0.8;
    private static final double HIT_TOLERANCE = 1e-9;

    private final List<DdloRow> rows;
    private final int trainingRows;
    private final EnsembleSettings settings;
    private final int threads;

    /**
     * Sets up a run.
     *
     * @param rows in the order of the data; at least two
     * @param members K
     * @param seed of all that is drawn
     * @param threads on which the result does not depend
     */
    public DdloExperiment(List<DdloRow> rows, int members, long seed, int threads) {
        this.rows = List.copyOf(rows);
        this.threads = threads;
        trainingRows = (int) (TRAINING_SHARE * rows.size());
        if (trainingRows < 1) {
            throw new IllegalArgumentException("rows: must be at least 2, but were " + rows.size());
        }
        OptionalDouble deviation = OptionalDouble.of(WEIGHT_DEVIATION);
        settings =
                new EnsembleSettings(members, DATABASE, BATCH, FIRST_STEP_AFTER, INTERVAL, OPTIMISER, deviation, seed);
    }

    /** Trains and tests. */
    public DdloResult run() {
        IdentityExtractor extractor = new IdentityExtractor(DdloRow.TASKS);
        try (EnsembleTrainer trainer =
                EnsembleTrainer.start(settings, extractor, new Rows(), threads, KernelSelection.kernels())) {
            while (trainer.samples() < trainingRows) {
                trainer.next();
            }
            return test(trainer.ensemble().newPass(KernelSelection.kernels()));
        }
    }

    private DdloResult test(EnsemblePass pass) {
        float[] sample = new float[DdloRow.TASKS];
        double ratios = 0;
        int hits = 0;
        for (DdloRow row : rows.subList(trainingRows, rows.size())) {
            Situation situation = new DdloSituation(row);
            situation.describe(sample, 0);
            pass.decide(sample, 0);
            double achieved = situation.cost(pass.decisions(), pass.best(situation) * pass.stride());
            ratios += row.optimum() / achieved;
            hits += achieved <= row.optimum() * (1 + HIT_TOLERANCE) ? 1 : 0;
        }
        int tested = rows.size() - trainingRows;
        return new DdloResult(settings.members(), ratios / tested, (double) hits / tested);
    }

    /** The rows to train on, one after the other. */
    private final class Rows implements OffloadingTask {
        @Override
        public int bits() {
            return DdloRow.TASKS;
        }

        @Override
        public Situation situation(long number) {
            return new DdloSituation(rows.get((int) number));
        }
    }
}
