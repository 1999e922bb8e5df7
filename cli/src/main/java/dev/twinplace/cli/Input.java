package dev.twinplace.cli;

import dev.twinplace.io.Sense;

/** Which form a file has. */
enum Input {
    SCENARIO,
    ORLIB_GAP;

    /** Reads a file of this form; the sense matters where costs may be profits. */
    Question read(String file, Sense sense) {
        return this == SCENARIO ? ScenarioQuestion.read(file) : AssignmentQuestion.read(file, sense);
    }

    @Override
    public String toString() {
        return this == SCENARIO ? "scenario" : "orlib-gap";
    }
}
