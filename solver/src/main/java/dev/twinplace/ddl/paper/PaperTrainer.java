package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.Ensemble;
import dev.twinplace.ddl.EnsembleDecision;
import dev.twinplace.ddl.EnsemblePolicy;
import dev.twinplace.ddl.EnsembleTrainer;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.ProblemInstance;
import java.util.Optional;
import java.util.OptionalDouble;

/** Trains {@code ddl-paper}: {@link EnsembleTrainer} on scenarios. */
public final class PaperTrainer implements PolicyTrainer {
    private static final String CHECKPOINT_FORMAT = "twinplace/ddl-paper/checkpoint/1";

    private final PaperTraining training;
    private final EnsembleTrainer trainer;
    private final Kernels kernels;

    private PaperTrainer(PaperTraining training, EnsembleTrainer trainer, Kernels kernels) {
        this.training = training;
        this.trainer = trainer;
        this.kernels = kernels;
    }

    /** Starts from drawn weights and an empty database. */
    public static PaperTrainer start(PaperTraining training, int threads) {
        return start(training, threads, KernelSelection.kernels());
    }

    /** Starts with another reading of the algorithm, which has no checkpoints. */
    public static PaperTrainer start(PaperTraining training, int threads, PaperReading reading) {
        return start(training, threads, KernelSelection.kernels(), reading);
    }

    static PaperTrainer start(PaperTraining training, int threads, Kernels kernels) {
        return start(training, threads, kernels, PaperReading.AS_PRINTED);
    }

    private static PaperTrainer start(PaperTraining training, int threads, Kernels kernels, PaperReading reading) {
        PlacementTask task = new PlacementTask(training.scenarios(), training.code(), reading);
        EnsembleTrainer trainer = EnsembleTrainer.start(
                training.settings(reading.samplesPerIteration()),
                reading.extractor(training.scenarios().generator()),
                task,
                threads,
                kernels);
        return new PaperTrainer(training, trainer, kernels);
    }

    /**
     * Goes on from a {@link #checkpoint}.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is none, or one of other settings
     */
    public static PaperTrainer resume(PaperTraining training, TensorReader file, int threads) {
        file.requireFormat(CHECKPOINT_FORMAT, "a checkpoint of ddl-paper");
        file.requireSame(training.describe());
        PaperReading reading = PaperReading.AS_PRINTED;
        PlacementTask task = new PlacementTask(training.scenarios(), training.code(), reading);
        Kernels kernels = KernelSelection.kernels();
        EnsembleTrainer trainer = EnsembleTrainer.resume(
                training.settings(reading.samplesPerIteration()),
                reading.extractor(training.scenarios().generator()),
                task,
                file,
                threads,
                kernels);
        return new PaperTrainer(training, trainer, kernels);
    }

    @Override
    public int iteration() {
        return trainer.steps();
    }

    /** Takes a sample, and as many more as it takes to fill the database at the beginning, and trains. */
    @Override
    public double step() {
        OptionalDouble loss = trainer.next();
        while (loss.isEmpty()) {
            loss = trainer.next();
        }
        return loss.getAsDouble();
    }

    private PaperModel liveModel() {
        Ensemble ensemble = trainer.ensemble();
        int devices = training.scenarios().generator().devices();
        TrainedServers servers = TrainedServers.of(training.scenarios().servers());
        return new PaperModel(ensemble, devices, training.code(), servers);
    }

    @Override
    public EnsemblePolicy policy() {
        return new Policy(liveModel(), kernels);
    }

    @Override
    public TensorFile checkpoint() {
        TensorFile.Builder file = new TensorFile.Builder().metadata("format", CHECKPOINT_FORMAT);
        training.describe().forEach(file::metadata);
        trainer.write(file);
        return file.build();
    }

    @Override
    public TensorFile model() {
        return liveModel().toFile(training.describe(), iteration());
    }

    @Override
    public void close() {
        trainer.close();
    }

    private record Policy(PaperModel model, Kernels kernels) implements EnsemblePolicy {
        @Override
        public int members() {
            return model.ensemble().members();
        }

        @Override
        public EnsembleDecision decide(ProblemInstance instance) {
            PaperDecision decision = new PaperDecision(model, instance.problem(), kernels);
            boolean found = decision.decide(instance.scenario().orElseThrow(PaperDecision::noScenario));
            return new EnsembleDecision(
                    found ? Optional.of(Placement.of(decision.placement())) : Optional.empty(),
                    decision.distinctCandidates());
        }
    }
}
