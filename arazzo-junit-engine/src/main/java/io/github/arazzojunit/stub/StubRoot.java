package io.github.arazzojunit.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists the files of one configured root: a folder, or a folder of the class path with all its occurrences. */
final class StubRoot {

    private static final String CLASS_PATH = "classpath:";

    private final String location;
    private final ClassLoader loader;

    StubRoot(String location, ClassLoader loader) {
        this.location = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        this.loader = loader;
    }

    /** All files in the order of their paths. */
    List<StubFile> files() {
        try {
            return location.startsWith(CLASS_PATH) ? onClassPath() : inFolder(Path.of(location));
        } catch (IOException | UncheckedIOException e) {
            throw new StubException(
                    "The stub root '" + location + "' cannot be read (" + e.getMessage()
                            + "), so no stub is served. Make it readable or correct arazzo.stubs.",
                    e);
        }
    }

    private List<StubFile> onClassPath() throws IOException {
        String folder = location.substring(CLASS_PATH.length()).replaceFirst("^/+", "");
        List<URL> occurrences = Collections.list(loader.getResources(folder));
        if (occurrences.isEmpty() && !location.equals(StubConfiguration.DEFAULT_ROOT)) {
            throw missing("is not on the class path");
        }
        List<StubFile> files = new ArrayList<>();
        for (URL occurrence : occurrences) {
            files.addAll(
                    switch (occurrence.getProtocol()) {
                        case "file" -> filesBelow(Path.of(URI.create(occurrence.toString())));
                        case "jar" -> entriesBelow(folder, occurrence);
                        default -> throw missing("stands in '" + occurrence + "', which cannot be listed");
                    });
        }
        return files;
    }

    private List<StubFile> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw missing("is no folder (looked at " + folder.toAbsolutePath() + ")");
        }
        return filesBelow(folder);
    }

    private List<StubFile> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> {
                        String path = folder.relativize(file).toString().replace('\\', '/');
                        return new StubFile(path, location + "/" + path, file.toUri());
                    })
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        }
    }

    private List<StubFile> entriesBelow(String folder, URL occurrence) throws IOException {
        JarURLConnection connection = (JarURLConnection) occurrence.openConnection();
        // A cached jar would stay open, and locked, for the whole life of the JVM.
        connection.setUseCaches(false);
        String prefix = folder + "/";
        String jar = connection.getJarFileURL().toString();
        try (JarFile file = connection.getJarFile()) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .map(name -> {
                        String path = name.substring(prefix.length());
                        return new StubFile(path, location + "/" + path, entryUri(jar, name));
                    })
                    .toList();
        }
    }

    private static URI entryUri(String jar, String name) {
        try {
            return URI.create("jar:" + jar + "!" + new URI(null, null, "/" + name, null).getRawPath());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + name + "' in " + jar + " has no URI", e);
        }
    }

    private StubException missing(String why) {
        return new StubException("The stub root '" + location + "' " + why
                + ", so no stub is served. Create it with a folder 'mappings' inside, or correct arazzo.stubs.");
    }
}
