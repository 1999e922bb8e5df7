package dev.twinplace.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTokenTest {
    private final CancellationToken token = new CancellationToken();
    private final List<String> done = new ArrayList<>();

    @Test
    void actionsAreRunOnceAndLateOnesAtOnce() {
        token.onCancel(() -> done.add("first"));
        CancellationToken.Registration second = token.onCancel(() -> done.add("second"));
        assertFalse(token.isCancelled());
        second.remove();
        token.cancel();
        token.cancel();
        assertTrue(token.isCancelled());
        assertEquals(List.of("first"), done);
        token.onCancel(() -> done.add("late")).remove();
        assertEquals(List.of("first", "late"), done);
    }
}
