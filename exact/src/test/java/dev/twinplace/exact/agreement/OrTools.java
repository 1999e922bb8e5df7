package dev.twinplace.exact.agreement;

import com.google.ortools.Loader;

/** Loads OR-Tools' native code once. */
final class OrTools {
    private OrTools() {}

    static synchronized void load() {
        Loader.loadNativeLibraries();
    }
}
