package io.github.arazzojunit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.arazzojunit.jupiter.Arazzo;
import io.github.arazzojunit.jupiter.ArazzoExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does what TUTORIAL.md says, and finds the messages in it. */
@ExtendWith(ArazzoExtension.class)
class TutorialTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    private Path folder;

    private Arazzo.Result run(Arazzo arazzo, String before, String after) throws IOException {
        Files.createDirectories(folder.resolve("arazzo"));
        Files.createDirectories(folder.resolve("openapi"));
        Files.copy(RESOURCES.resolve("openapi/products.yaml"), folder.resolve("openapi/products.yaml"));
        String document = Files.readString(RESOURCES.resolve("arazzo/product-lifecycle.arazzo.yaml"));
        assertTrue(document.contains(before), before);
        Path changed = folder.resolve("arazzo/product-lifecycle.arazzo.yaml");
        Files.writeString(changed, document.replace(before, after));
        return arazzo.document(changed.toString()).result("product-lifecycle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$response.body#/price == 39.90 | $response.body#/price == 12 | read | while 12 is expected here.",
                "$response.body#/price | $response.body#/prise | read | Did you mean 'price'?",
                "$statusCode == 404 | $statusCode == 200 | gone | which contradicts",
                "$response.body#/price == 39.90 | $response.body#/category == 'car' | read | (product-lifecycle.arazzo.yaml:36:13)",
            })
    void a_change_turns_its_step_red_with_the_message_of_the_tutorial(
            String before, String after, String step, String end, Arazzo arazzo) throws IOException {
        Arazzo.Result result = run(arazzo, before, after);

        assertFalse(result.isSuccessful());
        assertEquals(Arazzo.Status.FAILED, result.step(step).status());
        String message = String.valueOf(
                assertThrows(AssertionError.class, result::assertSuccessful).getMessage());
        String shown = message.substring(message.indexOf(step + ": "), message.indexOf(end) + end.length());
        String tutorial = Files.readString(Path.of("TUTORIAL.md")).replaceAll("\\s+", " ");
        assertTrue(tutorial.contains(shown), shown);
    }

    @Test
    void what_the_facts_leave_open_stays_green(Arazzo arazzo) throws IOException {
        assertTrue(run(arazzo, "value: food", "value: toy").isSuccessful());
    }
}
