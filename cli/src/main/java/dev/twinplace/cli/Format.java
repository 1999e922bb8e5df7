package dev.twinplace.cli;

/** Which form answers have. */
enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
        return this == TABLE ? "table" : "json";
    }
}
