package dev.twinplace.exact.ortools;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;
import java.util.Locale;
import java.util.Optional;

/**
 * OR-Tools' native code: unpacked and loaded at most once per Java VM, which takes a good part of a second.
 *
 * <p>Failing to load is no error as such, for solvers that do without it still work: a request for one that needs it is told why
 * not.
 */
public final class NativeLibrary {
    private NativeLibrary() {}

    /** Loads on first use; the holder idiom leaves the locking to the class loader. */
    private static final class Holder {
        static final Optional<String> PROBLEM = problemOf(NativeLibrary::loadOrTools);
    }

    /** Loads the native code, or remembers how that went before. Returns one line for people if it cannot be used. */
    public static Optional<String> problem() {
        return Holder.PROBLEM;
    }

    /** Runs a loader and puts what it throws into one line. */
    public static Optional<String> problemOf(Runnable loader) {
        try {
            loader.run();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            String reason = e.getMessage() == null
                    ? ""
                    : ", " + e.getMessage().lines().findFirst().orElse("");
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the native library of OR-Tools could not be loaded on %s %s (%s%s); build on"
                            + " this platform (Linux, macOS or Windows on x86-64, or Linux or macOS on ARM), or use"
                            + " --solver branch-and-bound",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    e.getClass().getSimpleName(),
                    reason));
        }
    }

    /** The loader of OR-Tools passes over some failures in silence, so the library is put to use at once. */
    private static void loadOrTools() {
        Loader.loadNativeLibraries();
        OrToolsVersion.getVersionString();
    }
}
