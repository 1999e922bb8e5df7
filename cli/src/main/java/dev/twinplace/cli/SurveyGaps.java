package dev.twinplace.cli;

import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import java.util.ArrayList;
import java.util.List;

/**
 * What a survey does not tell, so that the seed decides.
 *
 * @param sites of edge servers
 * @param devices that feed twins
 */
record SurveyGaps(List<Site> sites, List<SurveyedDevice> devices) {
    /** One line for each kind of value that was drawn. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        long clocks = sites.stream().filter(site -> site.clockGHz().isEmpty()).count();
        add(texts, clocks, "clocks", sites.size(), "edge servers");
        long workloads = devices.stream()
                .filter(device ->
                        device.workloadMB().isEmpty() && device.count().isEmpty())
                .count();
        add(texts, workloads, "workloads", devices.size(), "devices");
        long twins = devices.stream().filter(device -> device.twin().isEmpty()).count();
        add(texts, twins, "twins, as groups by place,", devices.size(), "devices");
        return texts;
    }

    private static void add(List<String> texts, long drawn, String what, int all, String ofWhat) {
        if (drawn > 0) {
            texts.add(what + " of " + (drawn == all ? "all " + all : drawn + " of " + all) + " " + ofWhat);
        }
    }
}
