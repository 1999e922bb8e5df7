package dev.twinplace.reports.html;

import dev.twinplace.reports.result.Environment;
import java.util.List;

/**
 * A machine, and what was measured there.
 *
 * @param environment cpu, system and virtual machine
 * @param subjects names of experiments and benchmarks
 */
public record Place(Environment environment, List<String> subjects) {}
