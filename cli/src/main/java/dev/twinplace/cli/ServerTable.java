package dev.twinplace.cli;

import dev.twinplace.decision.ResourceLoad;
import dev.twinplace.decision.ServerFigures;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What each server carries, and how much of each resource it has. */
final class ServerTable {
    private ServerTable() {}

    /** @param word what servers are called */
    static String of(String word, List<ServerFigures> servers) {
        return new TextTable<ServerFigures>()
                .words(word, ServerFigures::server)
                .figures(word.equals("agent") ? "jobs" : "twins", server -> String.valueOf(server.twins()))
                .figures("load", server -> each(server, ResourceLoad::load))
                .figures("capacity", server -> each(server, ResourceLoad::capacity))
                .of(servers);
    }

    /** Whether any server has a limit. */
    static boolean hasCapacities(List<ServerFigures> servers) {
        return servers.stream()
                .flatMap(server -> server.loads().stream())
                .anyMatch(load -> load.capacity() != Double.POSITIVE_INFINITY);
    }

    private static String each(ServerFigures server, ToDoubleFunction<ResourceLoad> figure) {
        return server.loads().isEmpty()
                ? "-"
                : server.loads().stream()
                        .map(load -> amount(figure.applyAsDouble(load)) + " " + load.resource())
                        .collect(Collectors.joining(", "));
    }

    private static String amount(double value) {
        return Double.isFinite(value) ? FigureText.number(value) : "any";
    }
}
