package dev.twinplace.reports.html;

import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.ChartOptions;
import dev.twinplace.reports.chart.Schemes;
import dev.twinplace.reports.chart.Scripts;
import dev.twinplace.reports.claim.Judgement;
import dev.twinplace.reports.claim.PaperClaims;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.Flaw;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import dev.twinplace.reports.figure.Figure;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Environment;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of all results: claims and experiments first, then benchmarks. The same results give the same bytes. */
public final class ReportPage {
    private static final String TEMPLATES = "dev/twinplace/reports/html/";

    private final Evidence evidence;
    private final Sections sections;

    private ReportPage(Evidence evidence) {
        this.evidence = evidence;
        this.sections = new Sections(evidence);
    }

    /** The page as HTML, with all that it needs inside. */
    public static String of(Evidence evidence) {
        return new ReportPage(evidence).html();
    }

    /** The figures of experiments that have a result. */
    public static List<Figure> figures(Evidence evidence) {
        Sections sections = new Sections(evidence);
        Experiments.all().forEach(sections::of);
        return sections.figures();
    }

    private String html() {
        Map<String, Object> model = new LinkedHashMap<>();
        List<Section> experiments = Experiments.all().stream().map(sections::of).toList();
        List<Section> benchmarks = new ArrayList<>();
        evidence.benchmarks().stream()
                .collect(Collectors.groupingBy(BenchmarkResult::benchmark, TreeMap::new, Collectors.toList()))
                .forEach((name, results) -> benchmarks.add(sections.of(name, results)));
        model.put(
                "judgements",
                PaperClaims.all().stream()
                        .map(claim -> Judgement.of(claim, evidence))
                        .toList());
        model.put("experiments", experiments);
        model.put("benchmarks", benchmarks);
        model.put("flaws", flaws(experiments));
        model.put("assumptions", Assumptions.all());
        model.put("places", places());
        model.put("schemes", Schemes.all());
        model.put("schemesJson", Schemes.json());
        model.put("chartsJson", chartsJson());
        model.put("echarts", Scripts.echarts());
        model.put("chartsScript", Scripts.charts());
        model.put("pageScript", Scripts.read(ReportPage.class, "page.js"));
        model.put("style", Scripts.read(ReportPage.class, "page.css"));
        return rendered(model);
    }

    /** Those of files, and those that show only when charts are drawn. */
    private List<Flaw> flaws(List<Section> experiments) {
        return Stream.concat(evidence.flaws().stream(), experiments.stream().flatMap(one -> one.flaws().stream()))
                .distinct()
                .toList();
    }

    /** Charts by id; {@code <} could end the script that they are in. */
    private String chartsJson() {
        return sections.figures().stream()
                .flatMap(figure -> figure.panels().stream())
                .map(panel -> panel.chart())
                .map(ReportPage::entry)
                .collect(Collectors.joining(",\n", "{", "}"))
                .replace("<", "\\u003c");
    }

    private static String entry(Chart chart) {
        return "\"" + chart.id() + "\": " + ChartOptions.json(chart);
    }

    private List<Place> places() {
        Map<Environment, Map<String, List<String>>> places = new LinkedHashMap<>();
        for (Experiment experiment : Experiments.all()) {
            evidence.experiment(experiment.name())
                    .ifPresent(one -> subjects(places, one.environment(), Sections.sources(one.date(), one.commit()))
                            .add(one.experiment()));
        }
        evidence.benchmarks()
                .forEach(one -> subjects(places, one.environment(), Sections.sources(one.date(), one.commit()))
                        .add(one.benchmark()));
        return places.entrySet().stream()
                .map(entry -> new Place(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> subjects(
            Map<Environment, Map<String, List<String>>> places, Environment environment, String sources) {
        return places.computeIfAbsent(environment, key -> new TreeMap<>())
                .computeIfAbsent(sources, key -> new ArrayList<>());
    }

    private static String rendered(Map<String, Object> model) {
        ClasspathLoader loader = new ClasspathLoader(ReportPage.class.getClassLoader());
        loader.setPrefix(TEMPLATES);
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate("page.peb").evaluate(page, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
