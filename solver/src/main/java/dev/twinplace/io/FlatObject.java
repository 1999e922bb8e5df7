package dev.twinplace.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON objects whose members are strings and numbers of known names, one after the other into the same slots. Members
 * of other kinds go to a reader of their own.
 */
final class FlatObject {
    private final StrictJson json;
    private final List<String> names;
    private final int strings;
    private final String[] stringValues;
    private final double[] numberValues;
    private final boolean[] present;
    private final Map<String, Runnable> others;

    FlatObject(StrictJson json, List<String> strings, List<String> numbers) {
        this(json, strings, numbers, Map.of());
    }

    /**
     * With members of other kinds.
     *
     * @param others by name, in the order of messages, what consumes the value
     */
    FlatObject(StrictJson json, List<String> strings, List<String> numbers, Map<String, Runnable> others) {
        this.json = json;
        this.strings = strings.size();
        this.others = others;
        names = new ArrayList<>(strings);
        names.addAll(numbers);
        names.addAll(others.keySet());
        stringValues = new String[names.size()];
        numberValues = new double[names.size()];
        present = new boolean[names.size()];
    }

    /** Reads the object that begins here; what the last one had is forgotten. */
    void read() {
        Arrays.fill(present, false);
        json.object(this::readMember);
    }

    private void readMember(String name) {
        int slot = names.indexOf(name);
        if (slot < 0) {
            throw json.unknownField(names);
        }
        if (present[slot]) {
            throw json.repeatedField();
        }
        present[slot] = true;
        if (others.containsKey(name)) {
            others.get(name).run();
        } else if (slot < strings) {
            stringValues[slot] = json.string();
        } else {
            numberValues[slot] = json.number();
        }
    }

    String string(String name) {
        return stringValues[presentSlot(name)];
    }

    double number(String name) {
        return numberValues[presentSlot(name)];
    }

    double numberOr(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    boolean has(String name) {
        return present[names.indexOf(name)];
    }

    private int presentSlot(String name) {
        int slot = names.indexOf(name);
        if (!present[slot]) {
            throw json.missingField(name);
        }
        return slot;
    }
}
