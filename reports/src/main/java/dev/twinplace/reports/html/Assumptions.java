package dev.twinplace.reports.html;

import dev.twinplace.ddl.EnsembleSettings;
import dev.twinplace.ddl.paper.PaperTraining;
import dev.twinplace.model.CloudServer;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.result.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the paper contradicts itself or leaves something open, and what the code does. Values are those of the code. */
final class Assumptions {
    private Assumptions() {}

    static List<Assumption> all() {
        return Stream.concat(ofTheModel().stream(), ofTheAlgorithm().stream()).toList();
    }

    private static List<Assumption> ofTheModel() {
        ModelParameters open = PaperDefaults.PARAMETERS;
        CloudServer cloud = PaperDefaults.cloud();
        EdgeServer edge = PaperDefaults.edge("edge", 0, 0, 1, Double.POSITIVE_INFINITY);
        return List.of(
                new Assumption(
                        "Table 2: labels of θ",
                        "MEC and MCC are swapped against section 5.1, where the cloud is the more efficient",
                        "cloud " + shown(cloud.computeMilliJoulePerGigaInstruction()) + ", edge "
                                + shown(edge.computeMilliJoulePerGigaInstruction()) + ", as in the text"),
                new Assumption(
                        "θ: energy “per instruction”",
                        "10⁷ times too large beside the energy of transmission",
                        "per 10⁹ instructions; experiment sensitivity has other units, the printed one among them"),
                new Assumption(
                        "γ, λ, δ",
                        "no value",
                        "γ = " + shown(open.networkDiscount()) + ", λ = " + shown(open.radioConstant())
                                + " MB·m/s, δ = "
                                + shown(open.instructionsPerByte())
                                + ": so that α matters and no single server is nearly optimal; experiment sensitivity"
                                + " varies them and trains ddl-paper anew; claims state which verdicts depend on"
                                + " them"),
                new Assumption(
                        "clock rates and places of the edge servers",
                        "drawn at random; not whether once or for each sample",
                        "fixed: 1.8, 2.4 and 3.0 GHz; the networks are not told them"),
                new Assumption(
                        "servers take any load",
                        "then nothing joins two twins and (P) is a minimum per twin",
                        "the model as printed is coupling “independent”; “capacity” and “contention” are ours, because"
                                + " real servers are shared"));
    }

    private static List<Assumption> ofTheAlgorithm() {
        return List.of(
                new Assumption("(19): V = 1 if V̂ ≤ ½", "the reverse of what the loss (20) trains", "V = 1 if V̂ > ½"),
                new Assumption("Algorithm 1: “arg”", "neither minimum nor maximum", "argmin of the cost"),
                new Assumption(
                        "S + 1 servers in bits",
                        "codes are left over unless S + 1 is a power of two",
                        "code mod (S + 1)"),
                new Assumption(
                        "layers, batch, database, learning rate",
                        "“two hidden layers” and no sizes; no size of batch or database; learning rates are varied,"
                                + " none is named as the one",
                        hidden() + " hidden, batch " + PaperTraining.DEFAULT_BATCH + ", database "
                                + shown(PaperTraining.DEFAULT_DATABASE) + ", Adam with "
                                + PaperTraining.DEFAULT_LEARNING_RATE + ": the values of its lineage, DDLO and DROO"),
                new Assumption(
                        "number of iterations",
                        "1,000 where the number of networks is varied; elsewhere none is named",
                        "1,000, counted from the first training on"),
                new Assumption(
                        "Algorithm 1: when training begins",
                        "when the database is full",
                        "it is filled before the first iteration; 1,000 iterations then renew it once"),
                new Assumption(
                        "Algorithm 1: what is replaced",
                        "line 14 says the oldest; section 4 says by samples “that have higher accuracy”",
                        "the oldest, as in line 14"),
                new Assumption(
                        "feature extractor",
                        "“a fully connected network with one hidden layer”, shared by groups; no sizes",
                        "one layer with ReLU and 8 features for each twin; each device has weights of its own"));
    }

    private static String shown(double value) {
        return Numbers.plain(value);
    }

    private static String hidden() {
        return Arrays.stream(EnsembleSettings.hiddenLayers())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" and "));
    }
}
