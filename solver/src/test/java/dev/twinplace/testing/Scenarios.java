package dev.twinplace.testing;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generated scenarios of many sizes, couplings and weights. */
public final class Scenarios {
    private Scenarios() {}

    /** A few dozen, the same every time. */
    public static Stream<Scenario> varied() {
        return Arrays.stream(Coupling.values())
                .flatMap(coupling -> IntStream.range(0, 12).mapToObj(i -> varied(coupling, i)));
    }

    private static Scenario varied(Coupling coupling, int i) {
        Profile profile = i % 2 == 0 ? Profile.TABLE2 : Profile.CLUSTERED;
        return new ScenarioGenerator(profile, coupling, 1 + 2 * i, 7 * i, i % 6, i / 11.0).generate(i);
    }
}
