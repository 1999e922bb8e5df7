package dev.twinplace.model;

/** A value broke a rule of the model. The message reads {@code field: rule, but was value}. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    /**
     * @param field the field's name in scenario files, for example {@code devices[3].workloadMB}
     * @param rule what the field must be, and what it was
     */
    public InvalidValueException(String field, String rule) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
    }

    /** The same complaint about a field of something larger: {@code workloadMB} within {@code devices[3]}. */
    public InvalidValueException within(String outer) {
        return new InvalidValueException(outer + "." + field, rule);
    }
}
