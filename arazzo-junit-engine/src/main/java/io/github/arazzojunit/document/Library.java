package io.github.arazzojunit.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A library that the engine uses and that a user's build may bring in another version.
 *
 * @param probe a class that every version has; its package is that of the library
 * @param coordinates group and artifact
 * @param version that the engine is built with
 * @param bom that manages it, empty where it is managed by itself
 * @param bootProperty with which Spring Boot manages its version, empty where it does not
 */
record Library(String probe, String coordinates, String version, Optional<String> bom, Optional<String> bootProperty) {

    private static final Properties VERSIONS = versions();

    private static final List<Library> ALL = List.of(
            jackson("com.fasterxml.jackson.annotation.JsonProperty", "core:jackson-annotations"),
            jackson("com.fasterxml.jackson.core.JsonFactory", "core:jackson-core"),
            jackson("com.fasterxml.jackson.databind.ObjectMapper", "core:jackson-databind"),
            jackson("com.fasterxml.jackson.dataformat.yaml.YAMLFactory", "dataformat:jackson-dataformat-yaml"),
            jackson("com.fasterxml.jackson.dataformat.csv.CsvFactory", "dataformat:jackson-dataformat-csv"),
            jackson("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule", "datatype:jackson-datatype-jsr310"),
            of("org.yaml.snakeyaml.Yaml", "org.yaml:snakeyaml", "snakeyaml.version"),
            of("com.github.tomakehurst.wiremock.WireMockServer", "org.wiremock:wiremock-standalone", ""),
            of("io.restassured.RestAssured", "io.rest-assured:rest-assured", "rest-assured.version"),
            of("groovy.lang.GroovyObject", "org.apache.groovy:groovy", "groovy.version"),
            of("org.apache.http.HttpEntity", "org.apache.httpcomponents:httpcore", ""),
            of("org.apache.http.client.HttpClient", "org.apache.httpcomponents:httpclient", ""),
            of("com.jayway.jsonpath.JsonPath", "com.jayway.jsonpath:json-path", "json-path.version"),
            of("net.sf.saxon.Version", "net.sf.saxon:Saxon-HE", ""),
            of("org.slf4j.Logger", "org.slf4j:slf4j-api", "slf4j.version"));

    static Stream<Library> all() {
        return ALL.stream();
    }

    /** The library of the class or of one in a package below. */
    static Optional<Library> of(String className) {
        return all().filter(library -> className.startsWith(library.packageName() + "."))
                .max(Comparator.comparing(library -> library.packageName().length()));
    }

    private static Library jackson(String probe, String artifact) {
        return new Library(
                probe,
                "com.fasterxml.jackson." + artifact,
                VERSIONS.getProperty("jackson"),
                Optional.of("com.fasterxml.jackson:jackson-bom"),
                Optional.of("jackson-bom.version"));
    }

    private static Library of(String probe, String coordinates, String bootProperty) {
        return new Library(
                probe,
                coordinates,
                VERSIONS.getProperty(coordinates.substring(coordinates.indexOf(':') + 1)),
                Optional.empty(),
                Optional.of(bootProperty).filter(property -> !property.isEmpty()));
    }

    private String packageName() {
        return probe.substring(0, probe.lastIndexOf('.'));
    }

    /** Where the class loader takes the library from; empty where it has none or does not tell. */
    Optional<Path> jar(ClassLoader loader) {
        try {
            CodeSource source =
                    Class.forName(probe, false, loader).getProtectionDomain().getCodeSource();
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (ClassNotFoundException | LinkageError | URISyntaxException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** How a build gets the version that the engine is built with. */
    String remedy() {
        String managed = bom.map(name -> "Import " + name + " of " + version + " before other BOMs")
                .orElseGet(() -> "Set the version of " + coordinates + " to " + version + " in your build");
        return managed
                + bootProperty
                        .map(property -> ", or where Spring Boot manages it, set the property '" + property + "' to it")
                        .orElse("")
                + ".";
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream file = Library.class.getResourceAsStream("libraries.properties")) {
            versions.load(file);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("The versions of the libraries cannot be read.", e);
        }
    }
}
