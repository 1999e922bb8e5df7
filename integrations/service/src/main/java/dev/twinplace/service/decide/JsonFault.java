package dev.twinplace.service.decide;

import dev.twinplace.io.InvalidInputException;
import tools.jackson.core.JacksonException;

/** Complaints about text that is not JSON. */
public final class JsonFault {
    private JsonFault() {}

    /**
     * Where the fault is, and which.
     *
     * @param source what messages call the text
     */
    public static InvalidInputException of(String source, JacksonException fault) {
        String what = fault.getOriginalMessage().split("[\n(]", 2)[0].strip();
        String place = fault.getLocation() == null
                ? ""
                : "line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ": ";
        return new InvalidInputException(source, place + what, fault);
    }
}
