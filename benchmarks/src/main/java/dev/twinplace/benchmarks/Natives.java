package dev.twinplace.benchmarks;

/** Options of a Java VM: for our fast kernels, and to load OR-Tools without a warning. */
final class Natives {
    static final String VECTOR_API = "--add-modules=jdk.incubator.vector";
    static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";
    static final String ALLOW_ACCESS = "--enable-native-access=ALL-UNNAMED";
    /** Since JDK 23, for protobuf. */
    static final String ALLOW_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    private Natives() {}
}
