package dev.twinplace.problem;

/** Names the entry that makes sums of a problem overflow, for the message that refuses it. */
final class Overflow {
    private Overflow() {}

    /** The largest cost if costs alone overflow, else the largest demand if demands do, else the largest of the others. */
    static String culprit(ProblemView problem) {
        if (overflows(problem.cost)) {
            return largest("cost", problem.cost, problem.servers);
        }
        if (overflows(problem.demand)) {
            return largest("demand", problem.demand, problem.servers);
        }
        String contention = largest("contention", problem.contention, 0);
        return contention + ", " + largest("weight", problem.weight, 0) + ", " + largest("work", problem.work, 0);
    }

    private static boolean overflows(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return !Double.isFinite(4 * sum);
    }

    /** The first that is no number, else the first of the largest in absolute value. */
    private static String largest(String name, double[] values, int columns) {
        int largest = 0;
        for (int i = 0; i < values.length && !Double.isNaN(values[largest]); i++) {
            if (!(Math.abs(values[i]) <= Math.abs(values[largest]))) {
                largest = i;
            }
        }
        return entry(name, largest, columns) + " = " + values[largest];
    }

    /** Twin and server of a cell of a matrix, or the index in a vector, which has 0 columns. */
    static String entry(String name, int index, int columns) {
        return columns == 0 ? name + "[" + index + "]" : name + "[" + index / columns + "][" + index % columns + "]";
    }
}
