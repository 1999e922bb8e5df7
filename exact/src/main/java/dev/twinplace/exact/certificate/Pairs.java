package dev.twinplace.exact.certificate;

/** Pairs of a twin and a server, in the order of a certificate. */
final class Pairs {
    private final int[] numbers;

    /** Of twin, server, twin, server, ...; owns the array from now on. */
    Pairs(int[] numbers) {
        this.numbers = numbers;
    }

    int count() {
        return numbers.length / 2;
    }

    int twin(int pair) {
        return numbers[2 * pair];
    }

    int server(int pair) {
        return numbers[2 * pair + 1];
    }
}
