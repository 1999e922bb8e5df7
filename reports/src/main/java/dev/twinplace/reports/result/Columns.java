package dev.twinplace.reports.result;

/** The columns that tables of experiments and benchmarks share, by their names in result files. */
public final class Columns {
    // What a row is about.
    public static final Column AXIS = Column.label("axis");
    public static final Column CAPACITIES = Column.label("capacities");
    public static final Column CHANGE = Column.label("change");
    public static final Column CHANGE_VALUE = Column.label("value");
    public static final Column COUPLING = Column.label("coupling");
    public static final Column INSTANCE = Column.label("instance");
    public static final Column METHOD = Column.label("method");
    public static final Column MODE = Column.label("mode");
    public static final Column PARAMETER = Column.label("parameter");
    public static final Column POLICY = Column.label("policy");
    public static final Column PROFILE = Column.label("profile");
    public static final Column REFERENCE = Column.label("reference");
    public static final Column REFERENCE_STATUS = Column.label("referenceStatus");
    public static final Column SERVER = Column.label("server");
    public static final Column SETTING = Column.label("setting");
    public static final Column SIZE = Column.label("size");
    public static final Column SOLVER = Column.label("solver");
    public static final Column START = Column.label("start");
    public static final Column STATUS = Column.label("status");
    public static final Column TARGET = Column.label("target");
    public static final Column TWIN = Column.label("twin");
    public static final Column STEP = Column.label("step");
    public static final Column UNIT = Column.label("unit");
    public static final Column VARIANT = Column.label("variant");
    public static final Column VERDICT = Column.label("verdict");

    // Where a row stands.
    public static final Column ALPHA = Column.number("alpha", Unit.RATIO);
    public static final Column AXIS_VALUE = Column.number("value", Unit.COUNT);
    public static final Column BUDGET = Column.number("budget", Unit.MILLIS);
    public static final Column DAY = Column.number("day", Unit.COUNT);
    public static final Column DEVICES = Column.number("devices", Unit.COUNT);
    public static final Column EDGES = Column.number("edges", Unit.COUNT);
    public static final Column FAILED = Column.number("failed", Unit.COUNT);
    public static final Column HOUR = Column.number("hour", Unit.COUNT);
    public static final Column ITERATION = Column.number("iteration", Unit.ITERATION);
    public static final Column PARAMETER_VALUE = Column.number("value", Unit.PARAMETER);
    public static final Column PLACEMENTS = Column.number("placements", Unit.COUNT);
    public static final Column SCENARIOS = Column.number("scenarios", Unit.COUNT);
    public static final Column SEED = Column.number("seed", Unit.COUNT);
    public static final Column TIGHTNESS = Column.number("tightness", Unit.RATIO);
    public static final Column TWINS = Column.number("twins", Unit.COUNT);
    public static final Column WORKLOAD = Column.number("workload", Unit.MEGABYTE);

    // Costs and distances from the optimum.
    public static final Column ABOVE_BEST = Column.number("aboveBest", Unit.RATIO);
    public static final Column BELOW_BEST = Column.number("belowBest", Unit.RATIO);
    public static final Column BEST_FIXED_GAP = Column.number("bestFixedGap", Unit.RATIO);
    public static final Column COST = Column.number("cost", Unit.COST);
    public static final Column COST_DIFFERENCE = Column.number("costDifference", Unit.COST);
    public static final Column EXTRA_COST = Column.number("extraCost", Unit.COST);
    public static final Column GAP = Column.number("gap", Unit.RATIO);
    public static final Column GAP_DIFFERENCE = Column.number("gapDifference", Unit.RATIO);
    public static final Column HIT_RATE = Column.number("hitRate", Unit.RATIO);
    public static final Column MEAN_COST = Column.number("meanCost", Unit.COST);
    public static final Column MEAN_GAP = Column.number("meanGap", Unit.RATIO);
    public static final Column P95_GAP = Column.number("p95Gap", Unit.RATIO);
    public static final Column PROVEN_GAP = Column.number("provenGap", Unit.RATIO);
    public static final Column RANGE_CLOSED = Column.number("rangeClosed", Unit.RATIO);
    public static final Column REFERENCE_COST = Column.number("referenceCost", Unit.COST);
    public static final Column WORST_GAP = Column.number("worstGap", Unit.RATIO);

    // Shares of problems, and of twins.
    public static final Column ANSWERED = Column.number("answered", Unit.RATIO);
    public static final Column CLOUD_SHARE = Column.number("cloudShare", Unit.RATIO);
    public static final Column PROVEN_REFERENCES = Column.number("provenReferences", Unit.RATIO);
    public static final Column PROVEN_SHARE = Column.number("provenShare", Unit.RATIO);
    public static final Column REACHED = Column.number("reached", Unit.RATIO);

    // Training.
    public static final Column AGREEMENT = Column.number("agreement", Unit.RATIO);
    public static final Column CONVERGENCE_RATE = Column.number("convergenceRate", Unit.RATIO);
    public static final Column DISTINCT_CANDIDATES = Column.number("distinctCandidates", Unit.COUNT);
    public static final Column FIRST_GAP = Column.number("firstGap", Unit.RATIO);
    public static final Column STABLE_SINCE = Column.number("stableSince", Unit.ITERATION);

    // Work.
    public static final Column COMPARISONS = Column.number("comparisons", Unit.COUNT);
    public static final Column NODES = Column.number("nodes", Unit.COUNT);
    public static final Column NODE_RATIO = Column.number("nodeRatio", Unit.RATIO);

    // Times.
    public static final Column CLOSE_MICROS = Column.number("closeMicros", Unit.MICROS);
    public static final Column FIRST_MICROS = Column.number("firstMicros", Unit.MICROS);
    public static final Column MEDIAN_MICROS = Column.number("medianMicros", Unit.MICROS);
    public static final Column MILLIS = Column.number("millis", Unit.MILLIS);
    public static final Column P50 = Column.number("p50", Unit.OF_ROW);
    public static final Column P99 = Column.number("p99", Unit.OF_ROW);
    public static final Column P999 = Column.number("p999", Unit.OF_ROW);
    public static final Column P99_MICROS = Column.number("p99Micros", Unit.MICROS);
    public static final Column SCORE = Column.number("score", Unit.OF_ROW);

    // Places.
    public static final Column LATITUDE = Column.number("latitude", Unit.DEGREE);
    public static final Column LONGITUDE = Column.number("longitude", Unit.DEGREE);
    public static final Column SERVER_LATITUDE = Column.number("serverLatitude", Unit.DEGREE);
    public static final Column SERVER_LONGITUDE = Column.number("serverLongitude", Unit.DEGREE);

    // Moves.
    public static final Column FORCED_MOVES = Column.number("forcedMoves", Unit.COUNT);
    public static final Column MOVES = Column.number("moves", Unit.COUNT);
    public static final Column REGRET = Column.number("regret", Unit.RATIO);
    public static final Column TOTAL_COST = Column.number("totalCost", Unit.COST);

    private Columns() {}
}
