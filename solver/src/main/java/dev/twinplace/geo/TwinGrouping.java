package dev.twinplace.geo;

import dev.twinplace.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * Groups devices into twins by place, with k-means: devices near one another observe the same thing.
 *
 * <p>Where there are fewer places than twins, k-means leaves groups empty; the largest groups are then split.
 */
public final class TwinGrouping {
    private static final int MAX_ITERATIONS = 1000;

    private TwinGrouping() {}

    private record Point(int device, double x, double y) implements Clusterable {
        @Override
        public double[] getPoint() {
            return new double[] {x, y};
        }
    }

    /**
     * The twin of each device. Twins are numbered in the order of their first device, and each has one; the same places
     * and seed give the same twins.
     *
     * @param places of the devices
     * @throws InvalidValueException if there are fewer devices than twins, or no twins
     */
    public static int[] group(List<GeoPoint> places, int twins, long seed) {
        if (twins < 1 || twins > places.size()) {
            throw new InvalidValueException(
                    "twins", "must be in [1, " + places.size() + "], the number of devices, but was " + twins);
        }
        List<List<Point>> groups = clusters(project(places), twins, seed);
        while (groups.size() < twins) {
            splitLargest(groups);
        }
        groups.sort(Comparator.comparingInt(group -> group.get(0).device()));
        int[] twinOf = new int[places.size()];
        for (int m = 0; m < twins; m++) {
            for (Point point : groups.get(m)) {
                twinOf[point.device()] = m;
            }
        }
        return twinOf;
    }

    private static List<Point> project(List<GeoPoint> places) {
        LocalProjection projection = new LocalProjection(places);
        List<Point> points = new ArrayList<>(places.size());
        for (int n = 0; n < places.size(); n++) {
            points.add(new Point(n, projection.x(places.get(n)), projection.y(places.get(n))));
        }
        return points;
    }

    /** Groups in no order, not empty, of devices in their order. */
    private static List<List<Point>> clusters(List<Point> points, int most, long seed) {
        List<List<Point>> groups = new ArrayList<>();
        new KMeansPlusPlusClusterer<Point>(most, MAX_ITERATIONS, new EuclideanDistance(), new Well19937c(seed))
                .cluster(points)
                .forEach(cluster -> {
                    List<Point> group = new ArrayList<>(cluster.getPoints());
                    group.sort(Comparator.comparingInt(Point::device));
                    if (!group.isEmpty()) {
                        groups.add(group);
                    }
                });
        return groups;
    }

    /** Makes a group of its own of the last device of the largest group; of several, the one with the first device. */
    private static void splitLargest(List<List<Point>> groups) {
        List<Point> largest = groups.stream()
                .max(Comparator.<List<Point>>comparingInt(List::size)
                        .thenComparing(group -> -group.get(0).device()))
                .orElseThrow();
        Point last = largest.remove(largest.size() - 1);
        groups.add(new ArrayList<>(List.of(last)));
    }
}
