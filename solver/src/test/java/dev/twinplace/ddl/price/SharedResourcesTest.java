package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedResourcesTest {
    private static PlacementProblem table2(Coupling coupling) {
        return ScenarioCompiler.compile(
                ScenarioGenerator.table2(Profile.CLUSTERED, coupling).generate(5));
    }

    private static SharedResources read(PlacementProblem problem) {
        SharedResources resources = new SharedResources(problem);
        resources.read();
        return resources;
    }

    @ParameterizedTest
    @EnumSource(Coupling.class)
    void everyEdgeSharesWhatTheCouplingSays(Coupling coupling) {
        SharedResources resources = read(table2(coupling));
        assertEquals(coupling == Coupling.INDEPENDENT ? 0 : 3, resources.count());
        for (int r = 0; r < resources.count(); r++) {
            assertEquals(coupling == Coupling.CAPACITY, resources.isCapacity(r));
            int s = resources.server(r);
            assertEquals(r, coupling == Coupling.CAPACITY ? resources.capacityOf(s) : resources.speedOf(s));
        }
    }

    @Test
    void loadsAddUpToTheNumberOfServers() {
        PlacementProblem problem = table2(Coupling.CAPACITY);
        SharedResources resources = read(problem);
        double load = 0;
        for (int m = 0; m < problem.twins(); m++) {
            load += resources.use(0, m) / resources.loadUnit(0);
        }
        assertEquals(problem.servers(), load, 1e-9);
        assertEquals(0.75 / 3 * problem.servers(), resources.freeSupply(0), 1e-9);
    }

    /** What the price of a speed is about: the contention that a twin would meet if all others were on the server. */
    @Test
    void aSpeedsPriceIsTheContentionOfItsLoad() {
        PlacementProblem problem = table2(Coupling.CONTENTION);
        SharedResources resources = read(problem);
        int s = resources.server(0);
        IncrementalCost placement = new IncrementalCost(problem);
        double share = 0;
        for (int m = 1; m < problem.twins(); m++) {
            placement.move(m, s);
            share += resources.share(m);
        }
        double price = resources.pricePerLoad(0) / resources.loadUnit(0) * share;
        double stated = price * resources.priceUnit(0) * resources.share(0);
        double met = placement.insertionDelta(0, s) - resources.aloneCost(0, s);
        assertEquals(met, stated, 0.05 * met, "but for devices and work not being proportional");
    }

    @Test
    void unitsDoNotDependOnTheScaleOfCosts() {
        PlacementProblem problem = table2(Coupling.CAPACITY);
        PlacementProblem scaled = scaled(problem, 1000);
        SharedResources first = read(problem);
        SharedResources second = read(scaled);
        float[] features = features(problem, first);
        float[] scaledFeatures = features(scaled, second);
        for (int i = 0; i < features.length; i++) {
            assertEquals(features[i], scaledFeatures[i], 1e-5);
        }
        assertEquals(1000 * first.meanSpread(), second.meanSpread(), 1e-6);
        assertTrue(first.meanSpread() > 0);
        assertFalse(features[0] == 0);
    }

    private static float[] features(PlacementProblem problem, SharedResources resources) {
        ResourcePricing pricing = new ResourcePricing(problem, resources);
        pricing.read();
        pricing.choose(new double[resources.count()], 0);
        float[] rows = new float[resources.count() * ResourceFeatures.COUNT];
        new ResourceFeatures(problem, resources).write(pricing.choice(), rows, ResourceFeatures.COUNT);
        return rows;
    }

    private static PlacementProblem scaled(PlacementProblem problem, double factor) {
        var builder = PlacementProblem.builder(problem.twins(), problem.servers());
        for (int s = 0; s < problem.servers(); s++) {
            builder.capacity(s, problem.capacity(s));
            for (int m = 0; m < problem.twins(); m++) {
                builder.cost(m, s, factor * problem.cost(m, s));
                builder.demand(m, s, problem.demand(m, s));
            }
        }
        return builder.build();
    }
}
