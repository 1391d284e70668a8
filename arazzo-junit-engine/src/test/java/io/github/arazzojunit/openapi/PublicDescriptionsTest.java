package io.github.arazzojunit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
public class PublicDescriptionsTest {

    /** All OpenAPI descriptions of the supported versions that can be read at all. */
    public static List<ApiDescription> descriptions() throws IOException {
        return descriptions(shared());
    }

    /** All of them that are anywhere below the folder. */
    public static List<ApiDescription> descriptions(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .toList();
        }
        List<ApiDescription> descriptions = new ArrayList<>();
        for (Path file : files) {
            try {
                descriptions.add(description(file));
            } catch (UnreadableException | UnsupportedDescriptionException e) {
                // The collection holds other documents, and some that are broken on purpose.
                continue;
            }
        }
        return descriptions;
    }

    @Test
    void every_operation_of_every_public_description_can_be_read() throws IOException {
        int operations = 0;
        List<ApiDescription> descriptions = descriptions();
        for (ApiDescription description : descriptions) {
            for (Operation operation : description.operations()) {
                operations++;
                assertThat(operation.servers())
                        .as("%s %s", description, operation)
                        .isNotEmpty();
                assertThat(description.operationAt(pointer(operation)))
                        .as("%s %s", description, operation)
                        .hasValue(operation);
            }
        }
        assertThat(descriptions).hasSizeGreaterThan(150);
        assertThat(operations).isGreaterThan(5_000);
    }

    @Test
    void the_index_of_a_large_description_is_made_in_no_time() throws Exception {
        Path file = shared().resolve("seeds/openapi/svix-openapi.json");
        LocatedNode svix = read(file.toUri());
        Duration best = Duration.ofDays(1);

        // The machine may be busy, so the best of some runs counts.
        for (int run = 0; run < 15; run++) {
            long start = System.nanoTime();
            assertThat(ApiDescription.of(svix, ReferenceLoader.none()).operations())
                    .hasSizeGreaterThan(100);
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            best = duration.compareTo(best) < 0 ? duration : best;
        }

        assertThat(best).isLessThan(Duration.ofMillis(50));
    }

    private static Path shared() {
        return Path.of(System.getProperty("shared.documents"));
    }

    private static String pointer(Operation operation) {
        String path = operation.path().replace("~", "~0").replace("/", "~1");
        return "/paths/" + path + "/" + operation.method().toLowerCase(Locale.ROOT);
    }

    private static ApiDescription description(Path file)
            throws IOException, UnreadableException, UnsupportedDescriptionException {
        return ApiDescription.of(read(file.toUri()), uri -> {
            try {
                return read(uri);
            } catch (UnreadableException e) {
                throw new IOException(e);
            }
        });
    }

    private static LocatedNode read(URI uri) throws IOException, UnreadableException {
        return LocatedReader.read(uri, Files.readAllBytes(Path.of(uri)), ReadLimits.DEFAULT);
    }
}
