package dev.twinplace.model;

/**
 * What a placement means physically: latency, energy and cost of every twin, equations (13) to (17).
 *
 * <p>This is the paper's definition, computed from the scenario alone. Solvers never see it: they minimise the algebraic
 * form, whose objective must equal {@link #totalCost()} on every placement.
 */
public final class Outcome {
    /** Stands for the server of an optional twin that is not placed. */
    public static final int UNPLACED = -1;

    private final double alpha;
    private final double[] penalty;
    private final double[] latencySeconds;
    private final double[] energyMilliJoule;

    private Outcome(double alpha, int twins) {
        this.alpha = alpha;
        this.penalty = new double[twins];
        this.latencySeconds = new double[twins];
        this.energyMilliJoule = new double[twins];
    }

    /**
     * Evaluates a placement in O(N + M).
     *
     * <p>T<sub>m</sub> = |I<sub>m</sub>|·(max transmission + execution) (15), (16), where execution is of the twin's own
     * workload, except on an edge server under {@link Coupling#CONTENTION}: there it is of all workload placed on it.
     *
     * <p>An optional twin that is not placed has neither latency nor energy and costs its penalty. A twin that waits on a
     * failed server has neither and costs nothing.
     *
     * @param serverOf index of the server of each twin, or {@link #UNPLACED}; read only
     * @throws IllegalArgumentException if {@code serverOf} has not one server index per twin
     */
    public static Outcome of(Scenario scenario, int[] serverOf) {
        requireComplete(scenario, serverOf);
        return evaluate(scenario, serverOf);
    }

    /** As above, where any twin may be {@link #UNPLACED}: one that is not optional then costs nothing. */
    public static Outcome ofPartial(Scenario scenario, int[] serverOf) {
        return evaluate(scenario, serverOf);
    }

    private static Outcome evaluate(Scenario scenario, int[] serverOf) {
        int twins = scenario.twins().size();
        double[] slowestSeconds = new double[twins];
        double[] workloadMB = new double[twins];
        int[] devices = new int[twins];
        double[] workloadOnServerMB = new double[scenario.servers().size()];
        TransmissionTimes times = TransmissionTimes.of(scenario);
        for (int n = 0; n < scenario.devices().size(); n++) {
            Device device = scenario.devices().get(n);
            int m = device.twin();
            if (serverOf[m] == UNPLACED || scenario.waits(m, serverOf[m])) {
                continue;
            }
            slowestSeconds[m] = Math.max(slowestSeconds[m], times.seconds(n, serverOf[m]));
            workloadMB[m] += device.workloadMB();
            workloadOnServerMB[serverOf[m]] += device.workloadMB();
            devices[m]++;
        }
        Outcome outcome = new Outcome(scenario.alpha(), twins);
        for (int m = 0; m < twins; m++) {
            if (serverOf[m] == UNPLACED) {
                TwinConstraints twin = scenario.constraints().twin(m);
                outcome.penalty[m] = twin.isOptional() ? twin.unplacedPenalty() : 0;
                continue;
            }
            Server server = scenario.servers().get(serverOf[m]);
            boolean shared = scenario.coupling() == Coupling.CONTENTION && server instanceof EdgeServer;
            double executedMB = shared ? workloadOnServerMB[serverOf[m]] : workloadMB[m];
            double seconds = OffloadingModel.executionSeconds(scenario.parameters(), server, executedMB);
            outcome.latencySeconds[m] = devices[m] * (slowestSeconds[m] + seconds);
            outcome.energyMilliJoule[m] =
                    OffloadingModel.energyMilliJoule(scenario.parameters(), server, workloadMB[m]);
        }
        return outcome;
    }

    private static void requireComplete(Scenario scenario, int[] serverOf) {
        if (serverOf.length != scenario.twins().size()) {
            throw new IllegalArgumentException("placement: must have one server for each of "
                    + scenario.twins().size() + " twins, but had " + serverOf.length);
        }
        for (int m = 0; m < serverOf.length; m++) {
            boolean left =
                    serverOf[m] == UNPLACED && scenario.constraints().twin(m).isOptional();
            if (!left && (serverOf[m] < 0 || serverOf[m] >= scenario.servers().size())) {
                throw new IllegalArgumentException(
                        "placement[" + m + "]: must be the index of a server, but was " + serverOf[m]);
            }
        }
    }

    /** T<sub>m</sub>, in device-seconds. */
    public double latencySeconds(int twin) {
        return latencySeconds[twin];
    }

    /** E<sub>m</sub> (13). */
    public double energyMilliJoule(int twin) {
        return energyMilliJoule[twin];
    }

    /** α·T<sub>m</sub> + (1 − α)·E<sub>m</sub>, or the penalty of a twin that is not placed. */
    public double cost(int twin) {
        return weighted(latencySeconds[twin], energyMilliJoule[twin]) + penalty[twin];
    }

    /** T (16), in device-seconds. */
    public double totalLatencySeconds() {
        return sum(latencySeconds);
    }

    /** E (14). */
    public double totalEnergyMilliJoule() {
        return sum(energyMilliJoule);
    }

    /** Q (17), and the penalties of twins that are not placed. */
    public double totalCost() {
        return weighted(totalLatencySeconds(), totalEnergyMilliJoule()) + sum(penalty);
    }

    private double weighted(double seconds, double milliJoule) {
        return alpha * seconds + (1 - alpha) * milliJoule;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
