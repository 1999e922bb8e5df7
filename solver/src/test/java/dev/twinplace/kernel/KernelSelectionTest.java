package dev.twinplace.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KernelSelectionTest {
    private static final Kernels LOADED = new ScalarKernels();

    private static Kernels absent(String name) {
        throw new NoClassDefFoundError("jdk/incubator/vector/Vector");
    }

    /** The build runs all tests twice and says which kernels each run is about: nothing may silently be the other. */
    @Test
    void theBackendIsTheOneThisRunIsAbout() {
        String expected = System.getProperty("twinplace.test.kernels");
        assertTrue(
                KernelSelection.kernels().name().startsWith(expected),
                () -> "runs on " + KernelSelection.kernels().name() + ", but should on " + expected);
    }

    @Test
    void autoTakesWhatCanBeLoaded() {
        assertSame(LOADED, KernelSelection.choose("auto", name -> LOADED));
        assertInstanceOf(ScalarKernels.class, KernelSelection.choose("auto", KernelSelectionTest::absent));
        assertInstanceOf(ScalarKernels.class, KernelSelection.choose("auto", name -> {
            throw new ClassNotFoundException(name);
        }));
    }

    @Test
    void scalarLoadsNothing() {
        assertInstanceOf(ScalarKernels.class, KernelSelection.choose("scalar", KernelSelectionTest::absent));
    }

    @Test
    void simdWithoutTheModuleIsAnError() {
        assertSame(LOADED, KernelSelection.choose("simd", name -> LOADED));
        Exception error = assertThrows(
                IllegalArgumentException.class, () -> KernelSelection.choose("simd", KernelSelectionTest::absent));
        assertEquals(
                "twinplace.kernels: simd needs the JVM option --add-modules jdk.incubator.vector", error.getMessage());
    }

    @Test
    void anyOtherWordIsAnError() {
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> KernelSelection.choose("fast", name -> LOADED));
        assertEquals("twinplace.kernels: must be auto, scalar or simd, but was fast", error.getMessage());
    }

    @Test
    void caseDoesNotMatterInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertSame(LOADED, KernelSelection.choose("SIMD", name -> LOADED));
        } finally {
            Locale.setDefault(before);
        }
    }
}
