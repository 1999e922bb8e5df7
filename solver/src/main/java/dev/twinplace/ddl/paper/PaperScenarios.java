package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.RandomStreams;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The scenarios of one environment: devices differ, servers stay where they are. {@code ddl-paper} learns which output means
 * which server, so edges that a generator would draw anew each time are drawn once, by the seed.
 */
public final class PaperScenarios {
    /** What scenarios are for: those that judge a policy are others than those that train it. */
    private static final int PURPOSE_SERVERS = 11;

    private static final int PURPOSE_TRAINING = 12;
    private static final int PURPOSE_VALIDATION = 13;

    private final ScenarioGenerator generator;
    private final long seed;
    private final UnaryOperator<Scenario> edit;
    private final List<Server> servers;

    /**
     * Scenarios as this generator draws them, but for the servers.
     *
     * @param seed of everything
     */
    public PaperScenarios(ScenarioGenerator generator, long seed) {
        this(generator, seed, UnaryOperator.identity());
    }

    /**
     * As above, each scenario edited: constants of the model may differ from those that the generator knows. Checkpoints say nothing
     * of the edit.
     *
     * @param edit which keeps the number of servers, twins and devices
     */
    public PaperScenarios(ScenarioGenerator generator, long seed, UnaryOperator<Scenario> edit) {
        this.generator = generator;
        this.seed = seed;
        this.edit = edit;
        servers = drawn(PURPOSE_SERVERS, 0).servers();
    }

    ScenarioGenerator generator() {
        return generator;
    }

    long seed() {
        return seed;
    }

    /** A scenario to learn from. */
    Scenario training(long number) {
        return scenario(PURPOSE_TRAINING, number);
    }

    /** A scenario that training never sees. */
    public Scenario validation(long number) {
        return scenario(PURPOSE_VALIDATION, number);
    }

    /** The servers, whose capacities are those of some scenario. */
    List<Server> servers() {
        return servers;
    }

    private Scenario scenario(int purpose, long number) {
        Scenario drawn = drawn(purpose, number);
        List<Server> fixed = new ArrayList<>();
        for (int s = 0; s < servers.size(); s++) {
            fixed.add(servers.get(s).withCapacity(drawn.servers().get(s).capacityMB()));
        }
        return drawn.with(fixed, Constraints.NONE);
    }

    private Scenario drawn(int purpose, long number) {
        return edit.apply(
                generator.generate(RandomStreams.of(seed, purpose, number).nextLong()));
    }
}
