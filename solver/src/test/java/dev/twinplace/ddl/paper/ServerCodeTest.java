package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCodeTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 3", "8, 3", "9, 4", "1024, 10", "1025, 11"})
    void hasAsManyBitsAsServersNeed(int servers, int bits) {
        assertEquals(bits, new ServerCode(1, servers).bitsPerTwin());
        assertEquals(7 * bits, new ServerCode(7, servers).bits());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 11})
    void everyServerHasItsCode(int servers) {
        ServerCode code = new ServerCode(servers, servers);
        int[] serverOf = new int[servers];
        for (int s = 0; s < servers; s++) {
            serverOf[s] = s;
        }
        float[] bits = new float[2 + code.bits()];
        code.encode(serverOf, bits, 2);
        int[] decoded = new int[servers];
        code.decode(bits, 2, decoded);
        assertArrayEquals(serverOf, decoded);
    }

    @Test
    void theHighestBitComesFirstAndCodesWrapAround() {
        ServerCode code = new ServerCode(4, 3);
        int[] serverOf = new int[4];
        code.decode(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 0, serverOf);
        assertArrayEquals(new int[] {0, 1, 2, 0}, serverOf);
    }
}
