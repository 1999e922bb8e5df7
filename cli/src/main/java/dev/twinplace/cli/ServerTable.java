package dev.twinplace.cli;

import dev.twinplace.decision.ResourceLoad;
import dev.twinplace.decision.ServerFigures;
import java.util.List;

/** What each server carries, and how much of each resource it has. */
final class ServerTable {
    private ServerTable() {}

    /** @param word what servers are called */
    static String of(String word, List<ServerFigures> servers) {
        TextTable<ServerFigures> table = new TextTable<ServerFigures>()
                .words(word, ServerFigures::server)
                .figures(word.equals("agent") ? "jobs" : "twins", server -> String.valueOf(server.twins()));
        for (int k = 0; k < servers.get(0).loads().size(); k++) {
            int resource = k;
            table.figures(
                    servers.get(0).loads().get(k).resource(),
                    server -> amount(server.loads().get(resource)));
        }
        return table.of(servers);
    }

    /** Whether any server has a limit. */
    static boolean hasCapacities(List<ServerFigures> servers) {
        return servers.stream()
                .flatMap(server -> server.loads().stream())
                .anyMatch(load -> load.capacity() != Double.POSITIVE_INFINITY);
    }

    private static String amount(ResourceLoad load) {
        String amount = FigureText.number(load.load());
        return Double.isFinite(load.capacity()) ? amount + " of " + FigureText.number(load.capacity()) : amount;
    }
}
