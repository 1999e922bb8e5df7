package dev.twinplace.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * What couples the twins of a problem beyond one resource and contention:
 *
 * <pre>
 * Σ_{m on s} demand[m][r] ≤ limit[r][s]      for each row r: a further resource, or a group of which no two may be on one server
 * Σ_{m' on s} work[m'] ≤ workLimit[m][s]     for each m on s: the work beside which the latency of m is within its limit
 * </pre>
 *
 * <p>A row lists its members alone, so many groups of a few twins take little memory. What a twin demands of a row does not
 * depend on the server. Limits are infinite where nothing is limited. A row that no placement can exceed is left out.
 *
 * <p>What counts as within a limit is defined as for capacities, see {@link LoadLimits}: the limit plus what rounding can add to
 * a sum. A twin that a limit keeps off a server even if it is alone there is barred by its demand too, so that {@link
 * ProblemView#fits} says all there is to say about a twin alone.
 *
 * <p>Immutable. Matrices are flat and row-major.
 */
public final class SideConstraints {
    /** No rows and no work limits. */
    public static final SideConstraints NONE = new SideConstraintsBuilder(0, 0).build(new double[0]);

    private final int servers;
    private final String[] name;
    private final int[] memberStart;
    private final int[] member;
    private final double[] memberDemand;
    private final double[] limit;
    private final double[] sumLimit;
    private final int[] entryStart;
    private final int[] entryRow;
    private final double[] entryDemand;
    private final double[] workLimit;
    private final double[] workSumLimit;

    SideConstraints(SideConstraintsBuilder built, double[] workSumLimit) {
        servers = built.servers;
        int rows = built.rows.size();
        int members = built.rows.stream().mapToInt(row -> row.members().length).sum();
        name = new String[rows];
        memberStart = new int[rows + 1];
        member = new int[members];
        memberDemand = new double[members];
        limit = new double[rows * servers];
        sumLimit = new double[rows * servers];
        for (int r = 0; r < rows; r++) {
            SideRow row = built.rows.get(r);
            int count = row.members().length;
            name[r] = row.name();
            memberStart[r + 1] = memberStart[r] + count;
            System.arraycopy(row.members(), 0, member, memberStart[r], count);
            System.arraycopy(row.demands(), 0, memberDemand, memberStart[r], count);
            System.arraycopy(row.limits(), 0, limit, r * servers, servers);
            System.arraycopy(row.sumLimits(), 0, sumLimit, r * servers, servers);
        }
        entryStart = new int[built.twins + 1];
        entryRow = new int[members];
        entryDemand = new double[members];
        fillEntries();
        workLimit = built.workLimit;
        this.workSumLimit = workSumLimit;
    }

    /** Lists the rows of each twin, ascending. */
    private void fillEntries() {
        for (int twin : member) {
            entryStart[twin + 1]++;
        }
        for (int m = 1; m < entryStart.length; m++) {
            entryStart[m] += entryStart[m - 1];
        }
        int[] next = entryStart.clone();
        for (int r = 0; r < name.length; r++) {
            for (int i = memberStart[r]; i < memberStart[r + 1]; i++) {
                int entry = next[member[i]]++;
                entryRow[entry] = r;
                entryDemand[entry] = memberDemand[i];
            }
        }
    }

    /** Whether there are neither rows nor work limits. */
    public boolean isNone() {
        return name.length == 0 && workLimit.length == 0;
    }

    /** How many rows there are. */
    public int rows() {
        return name.length;
    }

    /** What a row is of, for messages: a resource, or {@code groups[2]}. */
    public String name(int row) {
        return name[row];
    }

    /** How many twins a row has; each demands something of it. */
    public int members(int row) {
        return memberStart[row + 1] - memberStart[row];
    }

    /** The twins of a row, in the order in which they were given. */
    public int member(int row, int index) {
        return member[memberStart[row] + index];
    }

    /** What a member demands on every server, more than 0. */
    public double memberDemand(int row, int index) {
        return memberDemand[memberStart[row] + index];
    }

    /** What the members of a row on a server may demand together; infinite if anything. */
    public double limit(int row, int server) {
        return limit[row * servers + server];
    }

    /** The largest floating-point sum of demands that counts as within the limit; for rows what a load limit is for capacities. */
    public double sumLimit(int row, int server) {
        return sumLimit[row * servers + server];
    }

    /** Whether no two members of a row may be on one server that has a limit. */
    public boolean isSeparating(int row) {
        for (int i = memberStart[row]; i < memberStart[row + 1]; i++) {
            if (memberDemand[i] != 1) {
                return false;
            }
        }
        for (int cell = row * servers; cell < (row + 1) * servers; cell++) {
            if (limit[cell] != 1 && limit[cell] != Double.POSITIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    /** The first entry of a twin: the entries from here up to {@link #end} are its rows, ascending. */
    public int start(int twin) {
        return entryStart.length == 1 ? 0 : entryStart[twin];
    }

    /** The entry after a twin's last one. */
    public int end(int twin) {
        return entryStart.length == 1 ? 0 : entryStart[twin + 1];
    }

    /** The row of an entry. */
    public int row(int entry) {
        return entryRow[entry];
    }

    /** What the twin of an entry demands of its row, more than 0. */
    public double demand(int entry) {
        return entryDemand[entry];
    }

    /** Whether the work on some server is limited by a twin on it. */
    public boolean hasWorkLimits() {
        return workLimit.length > 0;
    }

    /** The work on a server, its own included, up to which a twin tolerates that server; infinite if any. */
    public double workLimit(int twin, int server) {
        return hasWorkLimits() ? workLimit[twin * servers + server] : Double.POSITIVE_INFINITY;
    }

    /** The largest floating-point sum of work that counts as within the limit. */
    public double workSumLimit(int twin, int server) {
        return hasWorkLimits() ? workSumLimit[twin * servers + server] : Double.POSITIVE_INFINITY;
    }

    /** Whether no limit keeps a twin of this work off a server that it has for itself. */
    boolean fitsAlone(int twin, double work, int server) {
        for (int entry = start(twin); entry < end(twin); entry++) {
            if (entryDemand[entry] > sumLimit(entryRow[entry], server)) {
                return false;
            }
        }
        return work <= workSumLimit(twin, server);
    }

    /** The kinds of constraints there are, for the message of a solver that takes none; empty if there are none. */
    public String kinds() {
        List<String> resources = new ArrayList<>();
        boolean separate = false;
        for (int r = 0; r < name.length; r++) {
            if (isSeparating(r)) {
                separate = true;
            } else {
                resources.add(name[r]);
            }
        }
        List<String> kinds = new ArrayList<>();
        if (!resources.isEmpty()) {
            kinds.add("several resources (" + String.join(", ", resources) + ")");
        }
        if (separate) {
            kinds.add("separate groups");
        }
        if (hasWorkLimits()) {
            kinds.add("latency limits under contention");
        }
        return String.join(", ", kinds);
    }
}
