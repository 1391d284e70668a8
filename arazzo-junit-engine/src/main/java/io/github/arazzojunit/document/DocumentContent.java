package io.github.arazzojunit.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of files and of class path resources. */
final class DocumentContent {

    private static final String MISSING_RESOURCE_SCHEME = "classpath";

    private DocumentContent() {}

    /** Stands for a resource that the class path does not have. */
    static URI missingResource(String name) {
        try {
            return new URI(MISSING_RESOURCE_SCHEME, null, "/" + name, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + name + "' is no name of a resource.", e);
        }
    }

    static boolean isMissingResource(URI uri) {
        return MISSING_RESOURCE_SCHEME.equals(uri.getScheme());
    }

    /**
     * @param limit in bytes; of a larger file one byte more than the limit is returned
     * @throws IOException also when there is no such file
     */
    static byte[] read(URI uri, int limit) throws IOException {
        try (InputStream stream = open(uri)) {
            return stream.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
        }
    }

    private static InputStream open(URI uri) throws IOException {
        if ("file".equals(uri.getScheme())) {
            // A URL would have to decode the name, which not every locale can.
            return Files.newInputStream(Path.of(uri));
        }
        URLConnection connection = uri.toURL().openConnection();
        // A cached archive would stay open, and locked on some systems, for as long as the tests run.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    /** The bytes of a file that need not exist. */
    static Optional<byte[]> readIfExists(URI uri, int limit) {
        try {
            return Optional.of(read(uri, limit));
        } catch (FileNotFoundException | NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
