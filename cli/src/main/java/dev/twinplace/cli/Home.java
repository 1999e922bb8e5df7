package dev.twinplace.cli;

import java.nio.file.Path;

/** Files that come with Twinplace, found from any directory. The launcher says where it lies. */
final class Home {
    private static final String PROPERTY = "twinplace.home";

    private Home() {}

    /** A path below the home directory, or below the current one if the launcher was not used. */
    static String file(String name) {
        String home = System.getProperty(PROPERTY);
        return home == null ? name : Path.of(home, name).toString();
    }
}
