package dev.twinplace.kernel;

import java.util.Locale;

/**
 * Chooses the kernels by the system property {@value #PROPERTY}: {@code scalar}, {@code simd}, or {@code auto}, which is
 * {@code simd} where the JVM was started with {@code --add-modules jdk.incubator.vector} and {@code scalar} otherwise.
 */
public final class KernelSelection {
    /** The system property. */
    public static final String PROPERTY = "twinplace.kernels";

    private static final String SIMD = "dev.twinplace.kernel.simd.SimdKernels";

    private static final Kernels CHOSEN = choose(System.getProperty(PROPERTY, "auto"), KernelSelection::load);

    private KernelSelection() {}

    /** Makes an instance of a class by its name. */
    interface Loader {
        Kernels load(String className) throws ReflectiveOperationException;
    }

    /** The kernels that this JVM was told to use. */
    public static Kernels kernels() {
        return CHOSEN;
    }

    /**
     * The kernels that the property would choose with this value.
     *
     * @throws IllegalArgumentException as {@link #choose}
     */
    public static Kernels kernels(String value) {
        return choose(value, KernelSelection::load);
    }

    /**
     * The kernels for a word.
     *
     * @throws IllegalArgumentException if the word is none of the three, or is {@code simd} and that cannot be loaded
     */
    static Kernels choose(String word, Loader loader) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "scalar" -> new ScalarKernels();
            case "simd" -> simd(loader);
            case "auto" -> auto(loader);
            default -> throw new IllegalArgumentException(PROPERTY + ": must be auto, scalar or simd, but was " + word);
        };
    }

    private static Kernels auto(Loader loader) {
        try {
            return loader.load(SIMD);
        } catch (ReflectiveOperationException | LinkageError e) {
            return new ScalarKernels();
        }
    }

    private static Kernels simd(Loader loader) {
        try {
            return loader.load(SIMD);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(
                    PROPERTY + ": simd needs the JVM option --add-modules jdk.incubator.vector", e);
        }
    }

    private static Kernels load(String className) throws ReflectiveOperationException {
        return Class.forName(className)
                .asSubclass(Kernels.class)
                .getDeclaredConstructor()
                .newInstance();
    }
}
