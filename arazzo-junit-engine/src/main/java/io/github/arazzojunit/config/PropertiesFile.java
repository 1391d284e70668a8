package io.github.arazzojunit.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Files of keys and values on the class path. */
public final class PropertiesFile {

    private static final String JUNIT_PLATFORM = "junit-platform.properties";

    private PropertiesFile() {}

    /** What {@code junit-platform.properties} says, read as the JUnit Platform does; empty where there is none. */
    public static Map<String, String> junitPlatform() {
        return read(JUNIT_PLATFORM, StandardCharsets.ISO_8859_1).orElse(Map.of());
    }

    /** What {@code arazzo-<profile>.properties} says, which is UTF-8. */
    static Optional<Map<String, String>> ofProfile(String profile) {
        return read("arazzo-" + profile + ".properties", StandardCharsets.UTF_8);
    }

    private static Optional<Map<String, String>> read(String name, Charset charset) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        try (InputStream stream = loader.getResourceAsStream(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, charset));
            return Optional.of(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(name + " on the class path cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
