package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinsByServerTest {
    /** With few twins on many servers most stretches are empty. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "3, 8", "20, 4", "50, 7"})
    void knowsTheTwinsOfEachServerAfterAnyMoves(int twins, int servers) {
        SplittableRandom random = new SplittableRandom(3);
        PlacementProblem problem = PlacementProblem.builder(twins, servers).build();
        int[] serverOf = random.ints(twins, 0, servers).toArray();
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(serverOf);
        TwinsByServer twinsOn = new TwinsByServer(twins, servers);
        twinsOn.gather(placement);
        for (int move = 0; move < 500; move++) {
            int twin = random.nextInt(twins);
            serverOf[twin] = random.nextInt(servers);
            twinsOn.move(twin, serverOf[twin]);
            for (int s = 0; s < servers; s++) {
                TreeSet<Integer> expected = new TreeSet<>();
                for (int m = 0; m < twins; m++) {
                    if (serverOf[m] == s) {
                        expected.add(m);
                    }
                }
                TreeSet<Integer> found = new TreeSet<>();
                for (int i = twinsOn.start(s); i < twinsOn.end(s); i++) {
                    found.add(twinsOn.twin(i));
                }
                assertEquals(expected, found);
            }
        }
    }
}
