package dev.twinplace.reports.result;

/** The unit of the numbers in a column. */
public enum Unit {
    /** 0.01 is 1 %. */
    RATIO("ratio"),
    MICROS("us"),
    MILLIS("ms"),
    COST("cost"),
    COUNT("count"),
    ITERATION("iteration"),
    MEGABYTE("MB"),
    DEGREE("degree"),
    /** That of the constant which the row names. */
    PARAMETER("parameter"),
    /** The row has it in a column of its own. */
    OF_ROW("unit");

    private final String key;

    Unit(String key) {
        this.key = key;
    }

    /** Its name in result files. */
    public String key() {
        return key;
    }
}
