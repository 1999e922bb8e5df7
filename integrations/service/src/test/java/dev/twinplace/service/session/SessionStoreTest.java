package dev.twinplace.service.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import dev.twinplace.service.testing.Bodies;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private static final Scenario STREET =
            ScenarioReader.read("street", new ByteArrayInputStream(Bodies.STREET.getBytes(StandardCharsets.UTF_8)));

    private final AtomicLong now = new AtomicLong();
    private final SessionStore store = new SessionStore(3, 1000, Duration.ofNanos(100), now::get);

    private SessionStore.Kept put(String id, int bytes) {
        return store.put(id, new LiveSession(STREET, bytes));
    }

    @Test
    void theMemoryOfAllIsBounded() {
        assertEquals(SessionStore.Kept.NEW, put("a", 600));
        assertEquals(SessionStore.Kept.REFUSED, put("b", 401));
        assertEquals(SessionStore.Kept.NEW, put("b", 400));
        assertEquals(SessionStore.Kept.REFUSED, put("a", 601));
        assertEquals(SessionStore.Kept.REPLACED, put("a", 500));
        assertEquals(SessionStore.Kept.NEW, put("c", 100));
        assertTrue(store.remove("b"));
        assertFalse(store.remove("b"));
        assertEquals(SessionStore.Kept.REPLACED, put("c", 500));
    }

    @Test
    void oneThatIsNotUsedExpiresAndItsMemoryIsFree() {
        put("a", 500);
        put("b", 500);
        now.set(60);
        assertTrue(store.get("a").isPresent());
        now.set(120);
        assertTrue(store.get("b").isEmpty());
        assertTrue(store.get("a").isPresent());
        assertEquals(1, store.size());
        assertEquals(SessionStore.Kept.NEW, put("c", 500));
        now.set(1000);
        assertEquals(0, store.size());
    }
}
