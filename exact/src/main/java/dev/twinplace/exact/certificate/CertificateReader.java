package dev.twinplace.exact.certificate;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.certificate.Node.Close;
import dev.twinplace.exact.certificate.Node.Place;
import dev.twinplace.exact.certificate.Node.Rule;
import dev.twinplace.exact.certificate.Node.Step;
import dev.twinplace.problem.Placement;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a certificate line by line and refuses what is not of the format: a damaged or foreign file. Whether the claims of a
 * line hold is not decided here.
 */
final class CertificateReader implements AutoCloseable {
    static final String FORMAT = "twinplace/certificate/1";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> HEADER_FIELDS =
            List.of("format", "problem", "status", "placement", "cost", "bound", "nodes");
    private static final List<String> NODE_FIELDS =
            List.of("node", "parent", "twin", "server", "exclude", "close", "on", "prices");
    private static final List<String> STEP_FIELDS = List.of("by", "prices", "pairs");

    private final JsonLines json;
    private final int twins;
    private final int servers;
    private final int priceCount;
    private int nodes;

    /**
     * For a problem of this size.
     *
     * @param rows of side constraints
     */
    CertificateReader(String source, InputStream bytes, int twins, int servers, int rows) {
        json = new JsonLines(source, bytes);
        this.twins = twins;
        this.servers = servers;
        priceCount = twins + rows * servers;
    }

    /** The members of an object while it is read. */
    private final class Fields {
        private final List<String> known;
        private final Set<String> present = new HashSet<>();
        private String problem;
        private SolveStatus status;
        private Placement placement;
        private Pairs pairs;
        private BigDecimal cost;
        private BigDecimal bound;
        private int id = Node.NONE;
        private int parent = Node.NONE;
        private int twin = Node.NONE;
        private int server = Node.NONE;
        private int on = Node.NONE;
        private final List<Step> steps = new ArrayList<>();
        private Close close;
        private Rule rule;
        private PriceVector prices;

        Fields(List<String> known) {
            this.known = known;
        }

        void read(String name) {
            if (!known.contains(name)) {
                throw json.fail("must be one of the fields " + String.join(", ", known) + ", but is unknown");
            }
            present.add(name);
            switch (name) {
                case "format" -> requireFormat();
                case "problem" -> problem = hash();
                case "status" -> status = word(SolveStatus.values());
                case "placement" -> placement = json.isNull() ? null : Placement.of(json.integers());
                case "pairs" -> pairs = pairs();
                case "cost" -> cost = json.isNull() ? null : json.decimal();
                case "bound" -> bound = json.isNull() ? null : json.decimal();
                case "nodes" -> id = json.integer(Integer.MAX_VALUE);
                case "exclude" -> json.array(i -> steps.add(step()));
                case "close" -> close = word(Close.values());
                case "by" -> rule = word(Rule.values());
                case "prices" -> prices = prices();
                default -> readIndex(name);
            }
        }

        private void readIndex(String name) {
            switch (name) {
                case "node" -> id = json.integer(nodes - 1);
                case "parent" -> parent = json.integer(nodes - 1);
                case "twin" -> twin = json.integer(twins - 1);
                case "server" -> server = json.integer(servers - 1);
                default -> on = json.integer(twins - 1);
            }
        }

        /** Complains about a field that must be there, or must not. */
        void require(boolean expected, String... names) {
            for (String name : names) {
                if (present.contains(name) != expected) {
                    throw json.failOnLine(
                            name + (expected ? ": must be there, but is missing" : ": must not be here, but is"));
                }
            }
        }
    }

    /**
     * Reads the first line.
     *
     * @throws dev.twinplace.io.InvalidInputException if it is not a header
     */
    Header header() {
        Fields fields = new Fields(HEADER_FIELDS);
        if (!json.nextLine(fields::read)) {
            throw json.failOnFile("must be a certificate, but is empty");
        }
        fields.require(true, HEADER_FIELDS.toArray(String[]::new));
        nodes = fields.id;
        if (nodes == 0) {
            throw json.failOnLine("nodes: must be at least 1, but was 0");
        }
        return new Header(fields.problem, fields.status, fields.placement, fields.cost, fields.bound, nodes);
    }

    /**
     * Reads the line of a node, after the header.
     *
     * @return empty at the end of the file
     * @throws dev.twinplace.io.InvalidInputException if it is not a node
     */
    Optional<Node> next() {
        Fields fields = new Fields(NODE_FIELDS);
        if (!json.nextLine(fields::read)) {
            return Optional.empty();
        }
        fields.require(true, "node", "close");
        fields.require(fields.id != 0, "parent", "twin", "server");
        fields.require(fields.close == Close.BRANCH, "on");
        fields.require(fields.close == Close.BOUND, "prices");
        Place place = fields.id == 0 ? null : new Place(fields.parent, fields.twin, fields.server);
        return Optional.of(new Node(fields.id, place, fields.steps, fields.close, fields.on, fields.prices));
    }

    /** A complaint about the node read last. */
    RuntimeException fail(String complaint) {
        return json.failOnLine(complaint);
    }

    private Step step() {
        Fields fields = new Fields(STEP_FIELDS);
        json.object(fields::read);
        fields.require(true, "by", "pairs");
        fields.require(fields.rule == Rule.PRICES, "prices");
        return new Step(fields.rule, fields.prices, fields.pairs);
    }

    private void requireFormat() {
        String format = json.string();
        if (!format.equals(FORMAT)) {
            throw json.fail("must be \"" + FORMAT + "\", but was \"" + JsonLines.quote(format) + "\"");
        }
    }

    private String hash() {
        String hash = json.string();
        if (!HASH.matcher(hash).matches()) {
            throw json.fail("must be 64 hexadecimal digits in lower case, but was \"" + JsonLines.quote(hash) + "\"");
        }
        return hash;
    }

    private <E extends Enum<E>> E word(E[] values) {
        String word = json.string();
        for (E value : values) {
            if (word.equals(text(value))) {
                return value;
            }
        }
        String known = String.join(
                ", ", Arrays.stream(values).map(CertificateReader::text).toList());
        throw json.fail("must be one of " + known + ", but was \"" + JsonLines.quote(word) + "\"");
    }

    /** A status is written by its name, everything else in lower case with hyphens. */
    private static String text(Enum<?> value) {
        return value instanceof SolveStatus
                ? value.name()
                : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private PriceVector prices() {
        double[] prices = new double[priceCount];
        int[] size = {0};
        json.array(i -> {
            double price = json.number();
            if (i == priceCount) {
                throw json.fail("must be absent after a price for " + priced());
            }
            prices[i] = price;
            size[0] = i + 1;
        });
        if (size[0] < priceCount) {
            throw json.fail("must have a price for " + priced() + ", but had " + size[0]);
        }
        return new PriceVector(prices);
    }

    private String priced() {
        String ofTwins = "each of " + twins + " twins";
        return priceCount == twins ? ofTwins : ofTwins + " and each row on each server, " + priceCount + " in all";
    }

    private Pairs pairs() {
        int[] pairs = json.integers();
        if (pairs.length % 2 != 0) {
            throw json.fail("must have a server for each twin, but had " + pairs.length + " numbers");
        }
        for (int i = 0; i < pairs.length; i++) {
            int end = i % 2 == 0 ? twins : servers;
            if (pairs[i] >= end) {
                throw json.fail("must be pairs of a twin and a server, but number " + i + " was " + pairs[i]
                        + ", not below " + end);
            }
        }
        return new Pairs(pairs);
    }

    @Override
    public void close() {
        json.close();
    }
}
