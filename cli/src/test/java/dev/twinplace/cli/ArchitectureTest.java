package dev.twinplace.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Dependencies point one way: each package may use those named here, the JDK and libraries, and nothing else of ours. */
class ArchitectureTest {
    private static final String ROOT = "dev.twinplace.";

    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("problem", List.of("model")),
            Map.entry("cost", List.of("problem")),
            Map.entry("api", List.of("model", "problem", "cost")),
            Map.entry("generate", List.of("model")),
            Map.entry("geo", List.of("model")),
            Map.entry("io", List.of("model", "geo", "problem")),
            Map.entry("decision", List.of("model", "problem", "cost", "api", "io")),
            Map.entry("service", List.of("model", "api", "io", "decision")),
            Map.entry("parallel", List.of()),
            Map.entry("kernel", List.of("kernel")),
            Map.entry("nn", List.of("kernel")),
            Map.entry(
                    "ddl",
                    List.of(
                            "model",
                            "problem",
                            "cost",
                            "api",
                            "generate",
                            "io",
                            "kernel",
                            "nn",
                            "onnx",
                            "heuristic",
                            "parallel",
                            "ddl")),
            Map.entry("onnx", List.of("kernel", "nn")),
            Map.entry("heuristic", List.of("problem", "cost", "api")),
            Map.entry(
                    "exact", List.of("model", "problem", "cost", "api", "heuristic", "ddl", "io", "parallel", "exact")),
            Map.entry(
                    "reports",
                    List.of(
                            "model",
                            "problem",
                            "cost",
                            "api",
                            "generate",
                            "geo",
                            "kernel",
                            "heuristic",
                            "exact",
                            "io",
                            "onnx",
                            "ddl",
                            "decision",
                            "parallel",
                            "reports")),
            Map.entry(
                    "cli",
                    List.of(
                            "model",
                            "problem",
                            "cost",
                            "api",
                            "generate",
                            "geo",
                            "heuristic",
                            "exact",
                            "io",
                            "onnx",
                            "ddl",
                            "decision",
                            "service",
                            "reports")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/dev/twinplace/testing/"))
            .importPackages("dev.twinplace");

    @TestFactory
    List<DynamicTest> packagesUseOnlyWhatTheyMay() {
        List<DynamicTest> tests = new ArrayList<>();
        ALLOWED.forEach((name, used) -> {
            String[] forbidden = ALLOWED.keySet().stream()
                    .filter(other -> !other.equals(name) && !used.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            tests.add(DynamicTest.dynamicTest(
                    name,
                    () -> noClasses()
                            .that()
                            .resideInAPackage(ROOT + name + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .check(CLASSES)));
        });
        return tests;
    }

    @Test
    void everyPackageHasARule() {
        List<String> without = CLASSES.stream()
                .map(type -> type.getPackageName() + ".")
                .filter(name -> ALLOWED.keySet().stream().noneMatch(known -> name.startsWith(ROOT + known + ".")))
                .distinct()
                .toList();
        assertTrue(without.isEmpty(), () -> "packages without a rule: " + without);
        for (String name : ALLOWED.keySet()) {
            assertTrue(
                    CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith(ROOT + name)),
                    () -> "no class in " + name);
        }
    }

    @Test
    void thereAreNoPackageCycles() {
        slices().matching("dev.twinplace.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void fewPackagesMayUseWhatIsHardToLoad() {
        onlyIn("jdk.incubator..", "dev.twinplace.kernel.simd");
        onlyIn("dev.twinplace.kernel.simd..", "dev.twinplace.kernel.simd");
        onlyIn(
                "com.google.ortools..",
                "dev.twinplace.exact.ortools",
                "dev.twinplace.exact.cpsat",
                "dev.twinplace.exact.columngeneration");
        onlyIn("com.google.protobuf..", "dev.twinplace.onnx");
        onlyIn("org.ojalgo..", "dev.twinplace.exact.mip");
        onlyIn("org.eclipse.jetty..", "dev.twinplace.service.http");
        onlyIn("io.prometheus..", "dev.twinplace.service.observe");
    }

    /** A check of a proof must not repeat the errors of what made it. */
    @Test
    void certificatesAreVerifiedWithoutAnySolver() {
        String certificate = ROOT + "exact.certificate";
        noClasses()
                .that()
                .resideInAPackage(certificate)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "exact..", ROOT + "cost..", ROOT + "heuristic..")
                        .and(not(resideInAPackage(certificate))))
                .check(CLASSES);
    }

    private static void onlyIn(String library, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("of " + library + " only " + Arrays.toString(homes) + " may know")
                .check(CLASSES);
    }

    @Test
    void noTwoClassesShareAName() {
        Map<String, List<String>> named = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
        named.values().removeIf(packages -> packages.size() == 1);
        assertTrue(named.isEmpty(), () -> "classes of one name: " + named);
    }
}
