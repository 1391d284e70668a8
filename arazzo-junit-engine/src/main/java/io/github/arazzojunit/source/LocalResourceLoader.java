package io.github.arazzojunit.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Loads files, entries of jars and class path resources, and never asks the network (SEC-02). */
public final class LocalResourceLoader implements ResourceLoader {

    private final ClassLoader classLoader;
    private final long maxBytes;

    public LocalResourceLoader(ClassLoader classLoader, long maxBytes) {
        this.classLoader = classLoader;
        this.maxBytes = maxBytes;
    }

    @Override
    public byte[] load(URI uri) throws IOException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file" -> file(Path.of(uri));
            case "jar" -> stream(uri.toURL().openStream());
            case "classpath" -> classPathResource(uri);
            default ->
                throw new IOException("it is remote, and nothing is fetched from other machines unless 'arazzo.hosts' "
                        + "allows their host.");
        };
    }

    private byte[] file(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FileNotFoundException("there is no such file.");
        }
        if (Files.size(path) > maxBytes) {
            throw tooLarge();
        }
        return Files.readAllBytes(path);
    }

    private byte[] classPathResource(URI uri) throws IOException {
        String name = uri.getSchemeSpecificPart().replaceFirst("^/+", "");
        InputStream resource = classLoader.getResourceAsStream(name);
        if (resource == null) {
            throw new FileNotFoundException("the class path has no resource '" + name + "'.");
        }
        return stream(resource);
    }

    private byte[] stream(InputStream resource) throws IOException {
        try (resource) {
            byte[] content = resource.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
            if (content.length > maxBytes) {
                throw tooLarge();
            }
            return content;
        }
    }

    private IOException tooLarge() {
        return new IOException("it is larger than " + maxBytes + " bytes. Raise 'arazzo.limits.document-size'.");
    }
}
