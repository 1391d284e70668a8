package io.github.arazzojunit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The public documents below the folder that the system property {@code shared.documents} names. */
final class CorpusDocuments {

    private static final Pattern ARAZZO = Pattern.compile("(?m)^\\s*\"?arazzo\"?\\s*:");

    private final Path corpus;
    private final JsonNode copies;

    private CorpusDocuments(Path corpus, JsonNode copies) {
        this.corpus = corpus;
        this.copies = copies;
    }

    static List<CorpusDocument> all() {
        Path corpus = folder();
        try (Stream<Path> files = Files.walk(corpus)) {
            JsonNode copies = JsonMapper.builder()
                    .build()
                    .readTree(corpus.resolve("url-map.json").toFile());
            CorpusDocuments documents = new CorpusDocuments(corpus, copies);
            return files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .filter(file -> ARAZZO.matcher(text(file)).find())
                    .sorted()
                    .map(documents::document)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return Path.of(System.getProperty("shared.documents", "."))
                .toAbsolutePath()
                .resolve("corpus");
    }

    private CorpusDocument document(Path file) {
        Map<String, String> locations = new TreeMap<>();
        locate(file, locations, new HashSet<>());
        return new CorpusDocument(file, corpus.relativize(file).toString().replace('\\', '/'), Map.copyOf(locations));
    }

    /** Adds the locations for a document and for those that it refers to. */
    private void locate(Path file, Map<String, String> locations, Set<Path> passed) {
        if (!passed.add(file)) {
            return;
        }
        for (LocatedNode source : sources(file)) {
            Optional<String> name = source.member("name").map(LocatedNode::text);
            Optional<String> url = source.member("url").map(LocatedNode::text);
            if (name.isEmpty() || url.isEmpty()) {
                continue;
            }
            Optional<Path> beside = resolved(file.getParent(), url.get());
            if (beside.isEmpty()) {
                elsewhere(file, url.get()).ifPresent(path -> locations.putIfAbsent(name.get(), path.toString()));
            } else if (ARAZZO.matcher(text(beside.get())).find()) {
                locate(beside.get(), locations, passed);
            }
        }
    }

    private static List<LocatedNode> sources(Path file) {
        try {
            return LocatedReader.read(file.toUri(), Files.readAllBytes(file), ReadLimits.DEFAULT)
                    .member("sourceDescriptions")
                    .map(LocatedNode::items)
                    .orElse(List.of());
        } catch (UnreadableException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The copy of a remote file, or the file that the URL means from a folder further up. */
    private Optional<Path> elsewhere(Path file, String url) {
        JsonNode copy = copies.get(url);
        if (copy != null) {
            return Optional.of(corpus.resolve(copy.textValue()));
        }
        for (Path folder = file.getParent(); !folder.equals(corpus); folder = folder.getParent()) {
            Optional<Path> found = resolved(folder, url);
            if (found.isPresent()) {
                return found;
            }
        }
        return substitute(url);
    }

    /** The file at this path in the repository that the document was copied from. */
    private Optional<Path> substitute(String url) {
        try (Stream<Path> repositories =
                Files.find(corpus.resolve("_substitutes"), 2, (path, attributes) -> attributes.isDirectory())) {
            return repositories
                    .sorted()
                    .flatMap(folder -> resolved(folder, url).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> resolved(Path folder, String url) {
        try {
            String path = url.contains(":")
                    ? url
                    : URI.create(url.replace(" ", "%20")).getPath();
            Path file = folder.resolve(path.replaceFirst("^/+", "")).normalize();
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
