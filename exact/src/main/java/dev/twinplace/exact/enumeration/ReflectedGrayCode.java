package dev.twinplace.exact.enumeration;

/**
 * All words of n digits in radix r, each differing from the one before in one digit by one: Knuth, The Art of Computer
 * Programming, volume 4A, section 7.2.1.1, Algorithm H (loopless reflected mixed-radix Gray generation). O(1) a step.
 */
final class ReflectedGrayCode {
    private final int radix;
    private final int[] digit;
    private final int[] direction;
    private final int[] focus;

    /**
     * Starts at the word of zeros.
     *
     * @param digits n >= 0
     * @param radix r >= 1
     */
    ReflectedGrayCode(int digits, int radix) {
        this.radix = radix;
        digit = new int[digits];
        direction = new int[digits];
        focus = new int[digits + 1];
        restart();
    }

    void restart() {
        for (int j = 0; j < digit.length; j++) {
            digit[j] = 0;
            direction[j] = 1;
            focus[j] = j;
        }
        focus[digit.length] = digit.length;
    }

    /** Steps to the next word; returns the digit that changed, or -1 if the last word was reached. */
    int advance() {
        int j = focus[0];
        focus[0] = 0;
        if (j == digit.length || radix == 1) {
            return -1;
        }
        digit[j] += direction[j];
        if (digit[j] == 0 || digit[j] == radix - 1) {
            direction[j] = -direction[j];
            focus[j] = focus[j + 1];
            focus[j + 1] = j + 1;
        }
        return j;
    }

    int digit(int j) {
        return digit[j];
    }
}
