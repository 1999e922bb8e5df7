package dev.twinplace.benchmarks;

/** What a Java VM must be told to load OR-Tools without a warning. */
final class Natives {
    static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";
    static final String ALLOW_ACCESS = "--enable-native-access=ALL-UNNAMED";
    /** Since JDK 23, for protobuf. */
    static final String ALLOW_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    private Natives() {}
}
