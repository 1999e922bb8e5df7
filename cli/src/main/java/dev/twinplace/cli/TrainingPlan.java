package dev.twinplace.cli;

import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.model.Scenario;

/** How a policy is to be trained, and what it is judged by. */
interface TrainingPlan {
    /** In all, what a checkpoint has done included. */
    int iterations();

    PolicyTrainer start();

    /**
     * Goes on from a checkpoint.
     *
     * @throws dev.twinplace.io.InvalidInputException if it is of another plan
     */
    PolicyTrainer resume(TensorReader checkpoint);

    /** A scenario that training never sees. */
    Scenario validation(long number);
}
