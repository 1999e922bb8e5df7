package dev.twinplace.exact.agreement;

import dev.twinplace.io.Sense;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes instances in OR-Library's format, for our reader, for other programs and for people. */
final class PlainText {
    /** Stands for "no capacity" in files of instances that the format cannot express: above any sum of demands. */
    private static final String NO_CAPACITY = "1e300";

    private PlainText() {}

    /** Whether the format can say it all: neither contention nor a server without capacity. */
    static boolean isExpressible(PlainInstance instance) {
        return !instance.hasContention() && Arrays.stream(instance.capacity).noneMatch(capacity -> capacity == null);
    }

    /** Size, costs and demands of each server in turn, capacities. Of contention it says nothing. */
    static String orLibrary(PlainInstance instance) {
        StringBuilder text = new StringBuilder();
        text.append(instance.servers()).append(' ').append(instance.twins()).append('\n');
        for (BigDecimal[][] matrix : List.of(instance.cost, instance.demand)) {
            for (int s = 0; s < instance.servers(); s++) {
                int server = s;
                text.append(line(Arrays.stream(matrix).map(row -> row[server].toString())));
            }
        }
        return text + line(Arrays.stream(instance.capacity).map(c -> c == null ? NO_CAPACITY : c.toString()));
    }

    /** The instance that a text of one says, without contention. Reads no other way than it writes. */
    static PlainInstance parse(String name, String text, Sense sense) {
        Scanner numbers = new Scanner(text).useLocale(Locale.ROOT);
        int servers = numbers.nextInt();
        int twins = numbers.nextInt();
        BigDecimal[][] cost = matrix(numbers, twins, servers);
        BigDecimal[][] demand = matrix(numbers, twins, servers);
        BigDecimal[] capacity = new BigDecimal[servers];
        Arrays.setAll(capacity, s -> new BigDecimal(numbers.next()));
        return new PlainInstance(name, sense, cost, demand, capacity, PlainContention.none(twins, servers));
    }

    private static BigDecimal[][] matrix(Scanner numbers, int twins, int servers) {
        BigDecimal[][] matrix = new BigDecimal[twins][servers];
        for (int s = 0; s < servers; s++) {
            for (int m = 0; m < twins; m++) {
                matrix[m][s] = new BigDecimal(numbers.next());
            }
        }
        return matrix;
    }

    private static String line(Stream<String> values) {
        return values.collect(Collectors.joining(" ", "", "\n"));
    }

    /**
     * Writes an instance and what is wrong with the answers to it.
     *
     * @param folder made if need be
     * @return the file with the numbers; beside it is one with the complaints, the sense and the contention
     */
    static Path keep(PlainInstance instance, List<String> complaints, Path folder) {
        try {
            Files.createDirectories(folder);
            Path file =
                    folder.resolve(instance.name + "-" + instance.sense.name().toLowerCase(Locale.ROOT) + ".gap");
            Files.writeString(file, orLibrary(instance));
            Files.writeString(folder.resolve(file.getFileName() + ".txt"), note(instance, complaints));
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String note(PlainInstance instance, List<String> complaints) {
        StringBuilder note = new StringBuilder();
        note.append("sense ").append(instance.sense).append('\n');
        note.append("capacity ").append(NO_CAPACITY).append(" stands for none\n");
        if (instance.hasContention()) {
            PlainContention contention = instance.contention;
            note.append("contention ")
                    .append(line(IntStream.range(0, instance.servers())
                            .mapToObj(s -> contention.factor(s).toString())));
            note.append("weight ")
                    .append(line(IntStream.range(0, instance.twins())
                            .mapToObj(m -> contention.weight(m).toString())));
            note.append("work ")
                    .append(line(IntStream.range(0, instance.twins())
                            .mapToObj(m -> contention.work(m).toString())));
        }
        return note + String.join("\n", complaints) + "\n";
    }
}
