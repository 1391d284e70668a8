package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.ClassPath;
import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.DocumentPaths;
import io.github.arazzojunit.document.FileNames;
import io.github.arazzojunit.junit.discovery.ElementSelector.DocumentSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.PositionSelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves what names one document, with or without a line: files, class path resources and URIs. */
final class FileResolver implements SelectorResolver {

    private final DocumentPaths paths;
    private final DocumentLocations locations;

    FileResolver(DocumentPaths paths, DocumentLocations locations) {
        this.paths = paths;
        this.locations = locations;
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        return FileNames.canBeDocument(ClassPath.withSlashes(selector.getPath()))
                ? resolution(paths.of(selector.getPath()), selector.getPosition())
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        return resource(selector.getClasspathResourceName(), selector.getPosition());
    }

    @Override
    public Resolution resolve(UriSelector selector, Context context) {
        String text = selector.getUri().toString();
        int query = text.indexOf('?');
        URI uri = URI.create(query < 0 ? text : text.substring(0, query));
        Optional<FilePosition> position =
                query < 0 ? Optional.empty() : FilePosition.fromQuery(text.substring(query + 1));
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        return switch (scheme) {
            case "file" -> path(uri).map(path -> file(path, position)).orElseGet(Resolution::unresolved);
            case "classpath" ->
                resource(URI.create(uri.getRawSchemeSpecificPart()).getPath(), position);
            case "jar" -> entry(uri, position);
            default -> Resolution.unresolved();
        };
    }

    /** Empty for what is on another machine, which is no path here. */
    private static Optional<Path> path(URI uri) {
        try {
            return Optional.of(Path.of(uri));
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    private Resolution file(Path path, Optional<FilePosition> position) {
        if (Files.isDirectory(path)) {
            return Resolution.selectors(Set.of(DiscoverySelectors.selectDirectory(path.toFile())));
        }
        return FileNames.canBeDocument(ClassPath.withSlashes(path))
                ? resolution(paths.of(path), position)
                : Resolution.unresolved();
    }

    private Resolution resource(String name, Optional<FilePosition> position) {
        return FileNames.canBeDocument(name) ? resolution(paths.ofResource(name), position) : folder(name);
    }

    /** A folder without documents may be meant for another engine. */
    private Resolution folder(String name) {
        Set<DiscoverySelector> documents = new LinkedHashSet<>();
        locations
                .find(DocumentLocations.CLASS_PATH_PREFIX + name)
                .forEach(file -> documents.add(DocumentSelector.of(file)));
        return documents.isEmpty() ? Resolution.unresolved() : Resolution.selectors(documents);
    }

    private Resolution entry(URI uri, Optional<FilePosition> position) {
        String text = uri.toString();
        String entry = URI.create(text.substring(text.lastIndexOf('!') + 1)).getPath();
        return FileNames.canBeDocument(entry)
                ? resolution(paths.ofEntry(uri, entry.substring(1)), position)
                : Resolution.unresolved();
    }

    private static Resolution resolution(DocumentFile file, Optional<FilePosition> position) {
        DocumentSelector document = DocumentSelector.of(file);
        DiscoverySelector selector = position.<DiscoverySelector>map(place -> new PositionSelector(
                        document,
                        place.getLine(),
                        place.getColumn().map(OptionalInt::of).orElseGet(OptionalInt::empty)))
                .orElse(document);
        return Resolution.selectors(Set.of(selector));
    }
}
