package dev.twinplace.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies point one way here too; the other modules have the same test in {@code cli}. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages("dev.twinplace");

    @Test
    void thereAreNoPackageCycles() {
        assertTrue(CLASSES.contain(DecisionLatency.class));
        slices().matching("dev.twinplace.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDependsOnBenchmarks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.twinplace.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.twinplace.benchmarks..")
                .check(CLASSES);
    }
}
