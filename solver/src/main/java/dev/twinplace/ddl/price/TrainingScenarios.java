package dev.twinplace.ddl.price;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What {@code ddl-price} learns from: scenarios of a few sizes, both profiles, the two couplings in which servers are shared,
 * and any α. The sizes are few on purpose: all others, Table 2 among them, are unseen and can judge the model.
 */
final class TrainingScenarios {
    private static final int[] TWINS = {8, 16, 32, 48, 64};
    private static final int[] EDGES = {2, 4, 6, 8};
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    /** Under contention a greedy placement is close to optimal already: there is less to learn. */
    private static final double SHARE_OF_CAPACITY = 0.75;

    private TrainingScenarios() {}

    static Scenario draw(RandomGenerator random) {
        int twins = TWINS[random.nextInt(TWINS.length)];
        int edges = EDGES[random.nextInt(EDGES.length)];
        Profile profile = random.nextBoolean() ? Profile.TABLE2 : Profile.CLUSTERED;
        Coupling coupling = random.nextDouble() < SHARE_OF_CAPACITY ? Coupling.CAPACITY : Coupling.CONTENTION;
        double alpha = random.nextDouble();
        return new ScenarioGenerator(profile, coupling, twins, DEVICES_PER_TWIN * twins, edges, alpha)
                .generate(random.nextLong());
    }

    /** What is drawn here, in words. */
    static String words() {
        return among(TWINS) + " twins, " + among(EDGES) + " edge servers and one cloud, " + DEVICES_PER_TWIN
                + " devices per twin; profile `table2` or `clustered`, each of half of the scenarios; coupling"
                + " `capacity` of " + Math.round(100 * SHARE_OF_CAPACITY)
                + " % of them, of the others `contention`; α uniform in [0, 1)";
    }

    private static String among(int[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (\\d+)$", " or $1");
    }

    /** The most resources that a scenario drawn here has. */
    static int mostResources() {
        return EDGES[EDGES.length - 1];
    }
}
