package dev.twinplace.cli.card;

import dev.twinplace.ddl.TensorReader;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.io.AtomicFiles;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.Sha256;
import dev.twinplace.io.TensorFile;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.SolverScore;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.result.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What users of a trained model must know, as Markdown: purpose, training, validation, limits. The same file and scenarios give the
 * same bytes.
 */
public final class ModelCard {
    private static final String SUFFIX = ".card.md";

    /** What a model file states that is no option of {@code train}. */
    private static final Set<String> NO_OPTIONS = Set.of("format", "servers", "hidden");

    private final String name;
    private final TensorFile file;
    private final CardSubject subject;
    private final String sha256;

    private ModelCard(Path model) {
        name = model.getFileName().toString();
        file = SafetensorsReader.read(model);
        subject = CardSubject.of(new TensorReader(model.toString(), file));
        sha256 = Sha256.of(model);
    }

    /**
     * The card of a model that is asked here about scenarios which its training never saw: 256 of its own environment, or 256 of
     * Table 2 under each coupling for a model of all.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is no model
     */
    public static String of(Path model) {
        ModelCard card = new ModelCard(model);
        return card.text(card.subject.unseen().stream()
                .map(scenarios -> TestSet.of(DrawnQuestions.about(scenarios)))
                .toList());
    }

    /**
     * Writes {@code F.card.md} beside a model F, with these scenarios that its training never saw.
     *
     * @throws dev.twinplace.io.InvalidInputException if it cannot be written
     */
    public static void writeBeside(Path model, TestSet unseen) {
        byte[] text = new ModelCard(model).text(List.of(unseen)).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(model.resolveSibling(model.getFileName() + SUFFIX), out -> {
            try {
                out.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String text(List<TestSet> tests) {
        Map<String, String> facts = new HashMap<>(file.metadata());
        facts.putAll(subject.facts());
        facts.put("file", name);
        facts.put("sha256", sha256);
        facts.put("command", command());
        facts.put("tensors", tensors());
        facts.put("parameters", Numbers.plain((double) file.tensors().values().stream()
                .mapToLong(tensor -> tensor.data().length)
                .sum()));
        facts.put("validation", tests.stream().map(this::rows).collect(Collectors.joining("\n")));
        String text = template();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text = text.replace("${" + fact.getKey() + "}", fact.getValue());
        }
        return text.replace('\u00a0', ' ');
    }

    private String template() {
        try (InputStream template = ModelCard.class.getResourceAsStream(subject.policy() + ".txt")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String command() {
        String options = file.metadata().entrySet().stream()
                .filter(setting -> !NO_OPTIONS.contains(setting.getKey()))
                .map(setting -> " --" + setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining());
        return "./twinplace train --policy " + subject.policy() + options + " --output " + name;
    }

    private String tensors() {
        return file.tensors().entrySet().stream()
                .map(tensor -> "`" + tensor.getKey() + "` "
                        + Arrays.stream(tensor.getValue().shape())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" × ")))
                .collect(Collectors.joining(", "));
    }

    /** A row for each solver that decides with the model. */
    private String rows(TestSet test) {
        return subject.solvers().stream().map(solver -> row(test, solver)).collect(Collectors.joining("\n"));
    }

    private static String row(TestSet test, BudgetedSolver solver) {
        SolverScore score = test.ask(solver, 0).score();
        return "| "
                + String.join(
                        " | ",
                        words(test),
                        "`" + solver.label() + "`",
                        score.answered() + " of " + score.problems(),
                        Numbers.percent(score.meanGap()),
                        Numbers.percent(score.worstGap()),
                        Numbers.percent(score.hitRate()),
                        Numbers.percent(score.rangeClosed()),
                        score.problems() - test.unproven() + " of " + score.problems())
                + " |";
    }

    private static String words(TestSet test) {
        Scenario first = test.questions().get(0).instance().scenario().orElseThrow();
        long edges =
                first.servers().stream().filter(EdgeServer.class::isInstance).count();
        return "`" + first.name().replaceFirst("-.*", "") + "`, `"
                + first.coupling().id() + "`, α " + first.alpha()
                + ", " + first.twins().size() + " twins, " + first.devices().size() + " devices, " + edges
                + " edge servers";
    }
}
