package dev.twinplace.reports.chart;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The colours of the light and the dark scheme, for pages, charts and files alike: {@code schemes.json}. */
public final class Schemes {
    private Schemes() {}

    /** By scheme, then by name of the colour. */
    public static Map<String, Map<String, String>> all() {
        return JsonMapper.shared().readValue(json(), new TypeReference<Map<String, Map<String, String>>>() {});
    }

    /** The file itself. */
    public static String json() {
        return Scripts.read(Schemes.class, "schemes.json");
    }
}
