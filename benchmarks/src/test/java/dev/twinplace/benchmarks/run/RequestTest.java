package dev.twinplace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

class RequestTest {
    @Test
    void whatIsNoOptionIsIncluded() throws CommandLineOptionException {
        Request request = Request.of("Evaluat", "-wi", "1", "-p", "solver=greedy");
        assertEquals(List.of("Evaluat"), request.includes());
        assertEquals(List.of("-wi", "1", "-p", "solver=greedy"), request.words());
        assertTrue(request.chooses("solver"));
        assertFalse(request.chooses("size"));
        assertEquals(List.of(), request.options().getIncludes());
        assertEquals(Optional.empty(), request.results());
    }

    @Test
    void resultsOfAllRunsGoIntoOneFile() throws CommandLineOptionException {
        Request request = Request.of("-rf", "json", "-i", "2", "-rff", "out.json");
        assertEquals(List.of("-i", "2"), request.words());
        assertFalse(request.options().getResult().hasValue());
        assertEquals(Optional.of(new Request.ResultFile("out.json", ResultFormatType.JSON)), request.results());
        assertEquals(
                Optional.of(new Request.ResultFile("jmh-result.json", ResultFormatType.JSON)),
                Request.of("-rf", "json").results());
    }

    @Test
    void withoutAChoiceTheQuickestAreRun() throws CommandLineOptionException {
        List<String> quick = Selection.quickest(Request.of()).stream()
                .map(Selection::simpleName)
                .toList();
        assertEquals(List.of("DecisionLatency", "DecisionStages", "PeerInference", "MachineLimit"), quick);
    }

    @Test
    void allOfAClassIsChosenWhereAllOfItCanRun() throws CommandLineOptionException {
        List<Selection> latency = Selection.complete(Request.of("DecisionLatency"));
        assertEquals(2, latency.size());
        assertEquals(
                Map.of("solver", List.of("ddl-paper"), "size", List.of("table2")),
                latency.get(0).parameters());
        assertFalse(latency.get(1).parameters().get("solver").contains("ddl-paper"));
        List<Selection> chosen = Selection.complete(Request.of("DecisionLatency", "-p", "solver=ddl-paper"));
        assertEquals(
                List.of(Map.of()), chosen.stream().map(Selection::parameters).toList());
    }

    @Test
    void methodsThatAreNotIncludedAreNotRun() throws CommandLineOptionException {
        Selection selection =
                Selection.complete(Request.of("MachineLimit.read$")).get(0);
        assertEquals("MachineLimit", selection.simpleName());
        assertTrue("dev.twinplace.benchmarks.MachineLimit.read".matches(selection.pattern()));
        assertFalse("dev.twinplace.benchmarks.MachineLimit.readWeights".matches(selection.pattern()));
    }

    @Test
    void whatMatchesNothingIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Selection.complete(Request.of("NoSuchThing")));
    }
}
