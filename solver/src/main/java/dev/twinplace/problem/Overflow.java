package dev.twinplace.problem;

/** Names the entry that makes sums of a problem overflow, for the message that refuses it. */
final class Overflow {
    private Overflow() {}

    /** The first entry that is not finite, otherwise the largest of costs, demands and products of contention. */
    static String culprit(PlacementProblem problem) {
        double[][] values = {problem.cost, problem.demand, problem.contention, problem.weight, problem.work};
        String[] names = {"cost", "demand", "contention", "weight", "work"};
        int[] columns = {problem.servers, problem.servers, 0, 0, 0};
        String largest = "";
        double magnitude = -1;
        for (int v = 0; v < values.length; v++) {
            for (int i = 0; i < values[v].length; i++) {
                double value = values[v][i];
                if (!Double.isFinite(value)) {
                    return described(names[v], i, columns[v], value);
                }
                if (Math.abs(value) > magnitude) {
                    magnitude = Math.abs(value);
                    largest = described(names[v], i, columns[v], value);
                }
            }
        }
        return largest;
    }

    private static String described(String name, int index, int columns, double value) {
        return entry(name, index, columns) + " = " + value;
    }

    /** Twin and server of a cell of a matrix, or the index in a vector, which has 0 columns. */
    static String entry(String name, int index, int columns) {
        return columns == 0 ? name + "[" + index + "]" : name + "[" + index / columns + "][" + index % columns + "]";
    }
}
