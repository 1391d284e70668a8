package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the cases and reads them; one that does not follow the format is refused with the reason. */
final class ConformanceCases {

    private final Path root;
    private final Schema schema;

    private ConformanceCases(Path root) throws IOException {
        this.root = root;
        JsonNode format =
                new ObjectMapper().readTree(root.resolve("case.schema.json").toFile());
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(format);
    }

    /** The cases of this module; read from the sources, because the build folder keeps files that were deleted. */
    static ConformanceCases ofModule() {
        try {
            return new ConformanceCases(Path.of("src", "test", "resources", "conformance"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    /** Every folder with a case, ordered by area and name. */
    List<Path> folders() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("case.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ConformanceCase> all() {
        return folders().stream().map(this::read).toList();
    }

    /**
     * Reads one case.
     *
     * @throws IllegalArgumentException when it does not follow the format; the message says where and why
     */
    ConformanceCase read(Path folder) {
        Path file = folder.resolve("case.yaml");
        JsonNode content;
        try {
            content = LocatedReader.read(file.toUri(), Files.readAllBytes(file), ReadLimits.DEFAULT)
                    .value();
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.findings(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Error> errors = schema.validate(content);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(file + " does not follow case.schema.json:\n  "
                    + errors.stream().map(Error::toString).collect(Collectors.joining("\n  ")));
        }
        return new ConformanceCase(folder, content);
    }
}
