package io.github.arazzojunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import io.github.arazzojunit.source.LocalResourceLoader;
import io.github.arazzojunit.source.ResourceLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder with public documents that the system property {@code shared.documents} names. */
final class PublicDocuments {

    private static final Path SHARED = Path.of(System.getProperty("shared.documents", "."));

    private PublicDocuments() {}

    static Path path(String name) {
        return SHARED.resolve(name);
    }

    static List<Path> files(String folder) {
        try (Stream<Path> paths = Files.walk(path(folder))) {
            return paths.filter(path -> path.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The trees of all readable Arazzo documents of the corpus. */
    static List<LocatedNode> corpus() {
        return files("corpus").stream()
                .flatMap(file -> tree(file).stream())
                .filter(root -> root.member("arazzo").isPresent())
                .toList();
    }

    static Optional<LocatedNode> tree(Path file) {
        try {
            return Optional.of(LocatedReader.read(file.toUri(), Files.readAllBytes(file), ReadLimits.DEFAULT));
        } catch (UnreadableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads local files, and the copies that the corpus has of remote ones. */
    static ResourceLoader loader() {
        ResourceLoader local = new LocalResourceLoader(PublicDocuments.class.getClassLoader(), 50_000_000);
        JsonNode copies = copies();
        return uri -> {
            JsonNode copy = copies.get(uri.toString());
            return local.load(
                    copy == null
                            ? uri
                            : path("corpus").resolve(copy.textValue()).toUri());
        };
    }

    private static JsonNode copies() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(path("corpus/url-map.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of a file below the folder. */
    static String name(URI uri) {
        return SHARED.toAbsolutePath().relativize(Path.of(uri)).toString();
    }
}
