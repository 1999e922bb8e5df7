package dev.twinplace.reports.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twinplace.kernel.KernelSelection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where figures were measured.
 *
 * @param cpu its model, or the architecture where the system does not say
 * @param cores that the JVM could use
 * @param os name, version and architecture
 * @param jdk version
 * @param vm name and version of the virtual machine
 * @param flags of the JVM that speed may depend on
 * @param kernels what networks were computed with
 */
public record Environment(
        String cpu,
        @JsonProperty(required = true) int cores,
        String os,
        String jdk,
        String vm,
        List<String> flags,
        String kernels) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final List<String> TELLING_FLAGS = List.of("-X", "--add-modules", "-Dtwinplace.kernels");

    public Environment {
        Required.all(List.of("cpu", "os", "jdk", "vm", "flags", "kernels"), cpu, os, jdk, vm, flags, kernels);
        flags = List.copyOf(flags);
    }

    /** This one. */
    public static Environment current() {
        return new Environment(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.version"),
                property("java.vm.name") + " " + property("java.vm.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> TELLING_FLAGS.stream().anyMatch(flag::startsWith))
                        .toList(),
                KernelSelection.kernels().name());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String cpuModel() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }
}
