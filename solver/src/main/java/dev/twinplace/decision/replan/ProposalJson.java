package dev.twinplace.decision.replan;

import dev.twinplace.decision.AnswerJson;
import dev.twinplace.model.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A proposal for programs: the answer of {@link AnswerJson} with the fields {@code moves} and {@code replan}. */
public final class ProposalJson {
    private ProposalJson() {}

    /** Writes one line to {@code out}, which stays open and is flushed. */
    public static void write(Proposal proposal, PrintWriter out) {
        new AnswerJson(out).write(proposal.answer(), json -> {
            json.writeArrayPropertyStart("moves");
            proposal.moves().forEach(move -> writeMove(json, move));
            json.writeEndArray();
            writeReplan(json, proposal);
        });
    }

    private static void writeMove(JsonGenerator json, Move move) {
        json.writeStartObject();
        json.writeStringProperty("twin", move.twin());
        writeId(json, "from", move.from());
        writeId(json, "to", move.to());
        json.writeBooleanProperty("forced", move.forced());
        writeNumber(json, "saves", move.saves());
        json.writeNumberProperty("costs", move.costs());
        json.writeStringProperty("reason", move.reason());
        json.writeEndObject();
    }

    private static void writeReplan(JsonGenerator json, Proposal proposal) {
        PreviousPlacement previous = proposal.previous();
        json.writeObjectPropertyStart("replan");
        writeFigures(json, "before", proposal.runningBefore(), Optional.of(proposal.before()));
        writeFigures(json, "after", proposal.runningAfter(), proposal.after());
        json.writeNumberProperty("moveCosts", proposal.moveCosts());
        if (proposal.maxMoves().isPresent()) {
            json.writeNumberProperty("maxMoves", proposal.maxMoves().getAsInt());
        }
        writeIds(json, "newTwins", previous.newTwins());
        writeIds(json, "goneTwins", previous.goneTwins());
        writeIds(json, "goneServers", previous.goneServers());
        writeIds(json, "waitingTwins", previous.waitingTwins());
        proposal.blockage().ifPresent(blocked -> writeBlockage(json, proposal, blocked));
        writeIds(json, "remarks", proposal.remarks());
        json.writeEndObject();
    }

    private static void writeFigures(JsonGenerator json, String name, long running, Optional<Outcome> outcome) {
        json.writeName(name);
        if (outcome.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("running", running);
        json.writeNumberProperty("cost", outcome.get().totalCost());
        json.writeNumberProperty("latency", outcome.get().totalLatencySeconds());
        json.writeNumberProperty("energy", outcome.get().totalEnergyMilliJoule());
        json.writeEndObject();
    }

    private static void writeBlockage(JsonGenerator json, Proposal proposal, MoveOrder.Blockage blocked) {
        json.writeObjectPropertyStart("blocked");
        json.writeNumberProperty("first", blocked.first());
        writeIds(json, "cycle", blocked.cycle().stream().map(proposal::twinId).toList());
        json.writeBooleanProperty("proven", blocked.proven());
        blocked.detour().ifPresent(detour -> {
            json.writeObjectPropertyStart("detour");
            json.writeStringProperty("twin", proposal.twinId(detour.twin()));
            json.writeStringProperty("server", proposal.serverIdOf(detour.server()));
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void writeIds(JsonGenerator json, String name, List<String> ids) {
        json.writeArrayPropertyStart(name);
        ids.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void writeId(JsonGenerator json, String name, Optional<String> id) {
        if (id.isPresent()) {
            json.writeStringProperty(name, id.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void writeNumber(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
