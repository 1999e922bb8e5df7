package dev.twinplace.io;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the parts of {@code twinplace/scenario/2} that state {@link Constraints}. */
final class ConstraintsReader {
    private final StrictJson json;
    private final List<ServerConstraints> servers = new ArrayList<>();
    private final List<TwinConstraints> twins = new ArrayList<>();
    private final List<TwinGroup> groups = new ArrayList<>();
    private final List<MeasuredTransmission> transmissions = new ArrayList<>();

    private final Set<String> labels = new LinkedHashSet<>();
    private final Map<String, Double> quantities = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final FlatObject twinFields;
    private String here = "";

    ConstraintsReader(StrictJson json) {
        this.json = json;
        Map<String, Runnable> others = new LinkedHashMap<>();
        others.put("demands", this::readQuantities);
        for (String list : List.of("allowedServers", "forbiddenServers", "requiredLabels")) {
            others.put(list, () -> readStrings(lists.computeIfAbsent(list, name -> new ArrayList<>())));
        }
        twinFields = new FlatObject(
                json,
                List.of("id", "pinned", "onFailure"),
                List.of("maxLatencySeconds", "unplacedPenalty", "moveCost"),
                others);
    }

    /** The members of a server that belong here and are neither strings nor numbers. */
    Map<String, Runnable> serverMembers() {
        Map<String, Runnable> members = new LinkedHashMap<>();
        members.put("capacities", this::readQuantities);
        members.put("labels", this::readLabels);
        return members;
    }

    /** Where the first of what was read stands; empty if nothing was. */
    String firstUse() {
        return here;
    }

    private void use() {
        here = here.isEmpty() ? json.here() : here;
    }

    private void readLabels() {
        use();
        json.array(() -> {
            if (!labels.add(json.string())) {
                throw json.fail("must be unique, but is there twice");
            }
        });
    }

    private void readQuantities() {
        use();
        json.object(resource -> {
            if (quantities.put(resource, json.number()) != null) {
                throw json.repeatedField();
            }
        });
    }

    private void readStrings(List<String> target) {
        json.array(() -> target.add(json.string()));
        if (target.isEmpty()) {
            throw json.fail("must name at least one, but is empty");
        }
    }

    /**
     * Takes over what the server that has just been read states.
     *
     * @param status as in the file; empty if it is not stated
     * @return the workload capacity, if it is stated among the capacities
     */
    OptionalDouble endServer(Optional<String> status) {
        if (status.isPresent()) {
            here = here.isEmpty() ? "servers[" + servers.size() + "].status" : here;
        }
        Double workload = quantities.remove(Constraints.WORKLOAD);
        servers.add(new ServerConstraints(
                labels, status.map(id -> ofId(ServerStatus.class, "status", id)).orElse(ServerStatus.UP), quantities));
        labels.clear();
        quantities.clear();
        return workload == null ? OptionalDouble.empty() : OptionalDouble.of(workload);
    }

    static <E extends Enum<E>> E ofId(Class<E> type, String field, String id) {
        List<String> known = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            known.add(value.name().toLowerCase(Locale.ROOT));
            if (known.get(known.size() - 1).equals(id)) {
                return value;
            }
        }
        throw new InvalidValueException(
                field, "must be " + String.join(" or ", known) + ", but was " + InvalidInputException.quote(id));
    }

    /** Reads a twin, an id or an object; returns its id. */
    String readTwin() {
        if (!json.isObject()) {
            twins.add(TwinConstraints.NONE);
            return json.string();
        }
        use();
        twinFields.read();
        twins.add(new TwinConstraints(
                quantities,
                text("pinned"),
                lists.getOrDefault("allowedServers", List.of()),
                lists.getOrDefault("forbiddenServers", List.of()),
                lists.getOrDefault("requiredLabels", List.of()),
                twinFields.numberOr("maxLatencySeconds", Double.POSITIVE_INFINITY),
                twinFields.numberOr("unplacedPenalty", Double.POSITIVE_INFINITY),
                twinFields.has("moveCost") ? OptionalDouble.of(twinFields.number("moveCost")) : OptionalDouble.empty(),
                text("onFailure")
                        .map(id -> ofId(FailurePolicy.class, "onFailure", id))
                        .orElse(FailurePolicy.MOVE)));
        quantities.clear();
        lists.clear();
        return twinFields.string("id");
    }

    private Optional<String> text(String name) {
        return twinFields.has(name) ? Optional.of(twinFields.string(name)) : Optional.empty();
    }

    void readGroups() {
        use();
        List<String> members = new ArrayList<>();
        FlatObject fields = new FlatObject(
                json, List.of("kind"), List.of(), Map.of("twins", () -> json.array(() -> members.add(json.string()))));
        json.array(() -> {
            members.clear();
            fields.read();
            groups.add(new TwinGroup(ofId(TwinGroup.Kind.class, "kind", fields.string("kind")), members));
        });
    }

    void readTransmissions() {
        use();
        FlatObject fields = new FlatObject(json, List.of("device", "server"), List.of("seconds"));
        json.array(() -> {
            fields.read();
            transmissions.add(new MeasuredTransmission(
                    fields.string("device"), fields.string("server"), fields.number("seconds")));
        });
    }

    /** How many groups were read. */
    int groups() {
        return groups.size();
    }

    /** How many measured times were read. */
    int transmissions() {
        return transmissions.size();
    }

    Constraints constraints() {
        boolean plainServers = servers.stream().allMatch(ServerConstraints.NONE::equals);
        boolean plainTwins = twins.stream().allMatch(TwinConstraints.NONE::equals);
        return new Constraints(
                true, plainServers ? List.of() : servers, plainTwins ? List.of() : twins, groups, transmissions);
    }
}
