package io.github.arazzojunit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.arazzojunit.model.LocatedNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yaml.snakeyaml.LoaderOptions;

@EnabledIfSystemProperty(
        named = "arazzo.shared",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Darazzo.shared=<path>")
class PublicDescriptionsTest {

    private static final YAMLMapper MAPPER = mapper();

    private static YAMLMapper mapper() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(20_000_000);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
        factory.setStreamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(20_000_000).build());
        return new YAMLMapper(factory);
    }

    private static Path shared() {
        return Path.of(System.getProperty("arazzo.shared"));
    }

    @Test
    void every_operation_of_every_public_description_can_be_read() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(shared())) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .toList();
        }
        int descriptions = 0;
        int operations = 0;
        for (Path file : files) {
            JsonNode tree = tree(file);
            if (!tree.has("openapi")) {
                continue;
            }
            ApiDescription description = description(Trees.located(file.toUri(), tree));
            descriptions++;
            for (Operation operation : description.operations()) {
                operations++;
                assertThat(operation.servers()).as("%s %s", file, operation).isNotEmpty();
                assertThat(description.operationAt(pointer(operation)))
                        .as("%s %s", file, operation)
                        .hasValue(operation);
            }
        }
        assertThat(descriptions).isGreaterThan(150);
        assertThat(operations).isGreaterThan(5_000);
    }

    @Test
    void the_index_of_a_large_description_is_made_in_no_time() throws IOException {
        LocatedNode svix = Trees.located(
                shared().toUri(),
                MAPPER.readTree(
                        shared().resolve("seeds/openapi/svix-openapi.json").toFile()));
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            assertThat(description(svix).operations()).hasSizeGreaterThan(100);
        }

        long start = System.nanoTime();
        List<Operation> operations = description(svix).operations();
        operations.forEach(Operation::findings);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(50));
    }

    private static String pointer(Operation operation) {
        String path = operation.path().replace("~", "~0").replace("/", "~1");
        return "/paths/" + path + "/" + operation.method().toLowerCase(Locale.ROOT);
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            // The collection holds files that are broken on purpose.
            return MAPPER.createObjectNode();
        }
    }

    private static ApiDescription description(LocatedNode root) {
        try {
            return ApiDescription.of(root, uri -> Trees.located(uri, tree(Path.of(uri))));
        } catch (UnsupportedDescriptionException e) {
            throw new AssertionError(e);
        }
    }
}
