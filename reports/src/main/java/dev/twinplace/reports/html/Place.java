package dev.twinplace.reports.html;

import dev.twinplace.reports.result.Environment;
import java.util.List;
import java.util.Map;

/**
 * A machine, and what was measured there.
 *
 * @param environment cpu, system and virtual machine
 * @param subjects names of experiments and benchmarks, by day and commit
 */
public record Place(Environment environment, Map<String, List<String>> subjects) {}
