package dev.twinplace.io;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500us}, {@code 10ms}, {@code 1.5s}, {@code 2m}, {@code 1h}. */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "µs", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));

    private DurationText() {}

    /**
     * The duration that a text states.
     *
     * @throws IllegalArgumentException if it is of another form; the message is a rule and the text
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must be a number with a unit, like 500us, 10ms, 1.5s, 2m or 1h, but was "
                            + InvalidInputException.quote(text));
        }
        BigDecimal unit = BigDecimal.valueOf(UNITS.get(matcher.group(2)).toNanos());
        BigDecimal seconds = new BigDecimal(matcher.group(1)).multiply(unit).movePointLeft(9);
        BigDecimal whole = seconds.setScale(0, RoundingMode.DOWN);
        return Duration.ofSeconds(
                whole.longValue(), seconds.subtract(whole).movePointRight(9).longValue());
    }
}
