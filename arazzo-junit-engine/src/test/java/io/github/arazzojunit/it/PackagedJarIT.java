package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar as a user gets it. */
class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("arazzo.it.jar"));

    @Test
    void its_manifest_names_the_module_and_the_version_of_the_engine() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("io.github.arazzojunit");
            assertThat(JAR.getFileName())
                    .hasToString("arazzo-junit-engine-" + manifest.getValue("Engine-Version-arazzo") + ".jar");
        }
        assertThat(ModuleFinder.of(JAR).find("io.github.arazzojunit")).isPresent();
    }

    @Test
    void the_schema_validator_in_it_has_a_package_that_no_other_version_has() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("io/github/arazzojunit/shaded/networknt/schema/Schema.class", "META-INF/NOTICE")
                    .noneMatch(name -> name.startsWith("com/") || name.startsWith("jsv-messages"));
        }
    }

    @Test
    void it_has_the_engine_the_class_for_scanning_and_nothing_that_belongs_to_tests() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains(
                            "META-INF/services/org.junit.platform.engine.TestEngine",
                            "io/github/arazzojunit/ArazzoDocumentsTest.class")
                    .noneMatch(name -> name.matches("(stubs|mappings|conformance|it)/.*"));
        }
    }
}
