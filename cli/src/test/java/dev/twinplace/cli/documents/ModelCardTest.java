package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cli.card.ModelCard;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cards in {@code docs/models} are those of the models that ship. */
class ModelCardTest {
    private static Path model(String directory, String policy) {
        return Repository.ROOT
                .resolve("solver/src/main/resources/dev/twinplace/ddl")
                .resolve(directory)
                .resolve(policy + ".safetensors");
    }

    private static String card(String policy) throws IOException {
        return Files.readString(Repository.ROOT.resolve("docs/models/" + policy + ".md"));
    }

    @ParameterizedTest
    @CsvSource({"paper, ddl-paper", "price, ddl-price"})
    void aCommittedCardIsThatOfTheShippedFile(String directory, String policy) throws IOException {
        Path model = model(directory, policy);
        assertEquals(ModelCard.of(model), card(policy));
        assertTrue(card(policy).contains("`" + Sha256.of(model) + "`"));
    }

    @ParameterizedTest
    @CsvSource({"paper, ddl-paper", "price, ddl-price"})
    void itsCommandHasTheSettingsOfTheFile(String directory, String policy) throws IOException {
        String card = card(policy);
        SafetensorsReader.read(model(directory, policy)).metadata().forEach((key, value) -> {
            boolean isOption = card.contains(" --" + key + " " + value + " ");
            boolean isFact = card.contains(value) && key.matches("format|servers|hidden");
            assertTrue(isOption || isFact, () -> key + " " + value);
        });
    }
}
