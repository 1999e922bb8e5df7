package dev.twinplace.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads JSON objects whose members are strings and numbers of known names, one after the other into the same slots. */
final class FlatObject {
    private final StrictJson json;
    private final List<String> names;
    private final int strings;
    private final String[] stringValues;
    private final double[] numberValues;
    private final boolean[] present;

    FlatObject(StrictJson json, List<String> strings, List<String> numbers) {
        this.json = json;
        this.strings = strings.size();
        names = new ArrayList<>(strings);
        names.addAll(numbers);
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
        if (slot < strings) {
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
