package dev.twinplace.benchmarks;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Scenarios of one size, by consecutive seeds from 1. */
final class Scenarios {
    private static final Pattern SIZE = Pattern.compile("M(\\d+)S(\\d+)");
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    private Scenarios() {}

    /**
     * Clustered scenarios, with eight devices a twin and a cloud.
     *
     * @param size {@code table2}, or twins and edge servers like M50S10
     */
    static List<Scenario> clustered(String size, String coupling, int count) {
        ScenarioGenerator generator = generator(size, Coupling.ofId(coupling));
        return LongStream.rangeClosed(1, count).mapToObj(generator::generate).toList();
    }

    private static ScenarioGenerator generator(String size, Coupling coupling) {
        if (size.equals("table2")) {
            return ScenarioGenerator.table2(Profile.CLUSTERED, coupling);
        }
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("size: must be table2 or like M50S10, but was " + size);
        }
        int twins = Integer.parseInt(matcher.group(1));
        int edges = Integer.parseInt(matcher.group(2));
        return new ScenarioGenerator(
                Profile.CLUSTERED, coupling, twins, DEVICES_PER_TWIN * twins, edges, PaperDefaults.ALPHA);
    }
}
