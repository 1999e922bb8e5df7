package dev.twinplace.geo;

import dev.twinplace.model.Device;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.PaperDefaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Distances of surveys that are too wide for a plane. */
public final class GreatCircles {
    /** What a projection may change a distance by, relatively. */
    private static final double MAX_ERROR = 0.01;

    /** Distances below this are not judged: places that coincide have no relative error. */
    private static final double NEGLIGIBLE_METRES = 1;

    /** No radio reaches as far: such a place is probably wrong. */
    private static final double MAX_PLAUSIBLE_METRES = 1_000_000;

    private static final double METRES_PER_KM = 1000;

    private GreatCircles() {}

    /** Whether a projection changes a distance between a device and a site by more than 1 %. O(N·S). */
    static boolean isNeeded(List<Site> sites, List<SurveyedDevice> devices, LocalProjection projection) {
        for (Site site : sites) {
            for (SurveyedDevice device : devices) {
                double metres = device.place().metresTo(site.place());
                double projected = Math.hypot(
                        projection.x(device.place()) - projection.x(site.place()),
                        projection.y(device.place()) - projection.y(site.place()));
                if (Math.abs(projected - metres) > MAX_ERROR * metres + NEGLIGIBLE_METRES) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The time of each device's data to each site: as measured, otherwise (5) along the great circle. O(N·S).
     *
     * @param devices with their workloads, in the same order as {@code surveyed}
     */
    static List<MeasuredTransmission> transmissions(
            List<Site> sites,
            List<SurveyedDevice> surveyed,
            List<Device> devices,
            List<MeasuredTransmission> measured) {
        List<MeasuredTransmission> all = new ArrayList<>(measured);
        Set<List<String>> known = new HashSet<>();
        measured.forEach(each -> known.add(List.of(each.device(), each.server())));
        for (int n = 0; n < surveyed.size(); n++) {
            for (Site site : sites) {
                if (!known.contains(List.of(surveyed.get(n).id(), site.id()))) {
                    double metres = surveyed.get(n).place().metresTo(site.place());
                    double seconds = devices.get(n).workloadMB() * metres / PaperDefaults.PARAMETERS.radioConstant();
                    all.add(new MeasuredTransmission(surveyed.get(n).id(), site.id(), seconds));
                }
            }
        }
        return all;
    }

    /** A warning about the first device that is farther than 1,000 km from every site, with how many there are. O(N·S). */
    public static Optional<String> warning(List<Site> sites, List<SurveyedDevice> devices) {
        String first = null;
        int far = 0;
        for (SurveyedDevice device : devices) {
            double metres = sites.stream()
                    .mapToDouble(site -> device.place().metresTo(site.place()))
                    .min()
                    .orElse(0);
            if (metres > MAX_PLAUSIBLE_METRES && far++ == 0) {
                first = String.format(
                        Locale.ROOT,
                        "%s: should be within %.0f km of a site, but is %.0f km away",
                        device.id(),
                        MAX_PLAUSIBLE_METRES / METRES_PER_KM,
                        metres / METRES_PER_KM);
            }
        }
        return far == 0
                ? Optional.empty()
                : Optional.of(first + (far == 1 ? "" : "; " + (far - 1) + " more device" + (far == 2 ? "" : "s")));
    }
}
