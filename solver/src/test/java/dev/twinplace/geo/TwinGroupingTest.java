package dev.twinplace.geo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwinGroupingTest {
    private static List<GeoPoint> scattered(int devices) {
        SplittableRandom random = new SplittableRandom(7);
        List<GeoPoint> places = new ArrayList<>();
        for (int n = 0; n < devices; n++) {
            places.add(new GeoPoint(random.nextDouble(-37.82, -37.80), random.nextDouble(144.95, 144.98)));
        }
        return places;
    }

    private static void assertEveryTwinHasADeviceInOrder(int[] twinOf, int twins) {
        int[] first = IntStream.range(0, twins)
                .map(m -> IntStream.range(0, twinOf.length)
                        .filter(n -> twinOf[n] == m)
                        .findFirst()
                        .orElseThrow())
                .toArray();
        assertArrayEquals(Arrays.stream(first).sorted().toArray(), first);
    }

    @Test
    void findsClustersThatAreFarApart() {
        List<GeoPoint> places = List.of(
                new GeoPoint(0, 0),
                new GeoPoint(1, 1),
                new GeoPoint(0, 0.001),
                new GeoPoint(2, 0),
                new GeoPoint(1.001, 1),
                new GeoPoint(0.001, 0));
        assertArrayEquals(new int[] {0, 1, 0, 2, 1, 0}, TwinGrouping.group(places, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 1", "50, 2", "50, 15", "50, 49", "50, 50"})
    void givesEveryTwinADeviceAndIsRepeatable(int devices, int twins) {
        List<GeoPoint> places = scattered(devices);
        for (long seed = 0; seed < 20; seed++) {
            int[] twinOf = TwinGrouping.group(places, twins, seed);
            assertEveryTwinHasADeviceInOrder(twinOf, twins);
            assertArrayEquals(twinOf, TwinGrouping.group(places, twins, seed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void givesEveryTwinADeviceWhereAllStandOnOnePlace(int twins) {
        List<GeoPoint> places = Collections.nCopies(20, new GeoPoint(-37.8, 144.9));
        for (long seed = 0; seed < 5; seed++) {
            assertEveryTwinHasADeviceInOrder(TwinGrouping.group(places, twins, seed), twins);
        }
    }

    @Test
    void givesEveryTwinADeviceWhereThereAreTwoPlaces() {
        List<GeoPoint> places = new ArrayList<>(Collections.nCopies(9, new GeoPoint(-37.8, 144.9)));
        places.add(new GeoPoint(-37.9, 144.9));
        for (int twins = 1; twins <= 10; twins++) {
            assertEveryTwinHasADeviceInOrder(TwinGrouping.group(places, twins, 3), twins);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void refusesTwinsWithoutDevices(int twins) {
        List<GeoPoint> places = scattered(3);
        assertEquals(
                "twins: must be in [1, 3], the number of devices, but was " + twins,
                assertThrows(InvalidValueException.class, () -> TwinGrouping.group(places, twins, 1))
                        .getMessage());
    }
}
