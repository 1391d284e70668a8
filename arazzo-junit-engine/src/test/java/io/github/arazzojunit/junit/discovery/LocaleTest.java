package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;

/** Names that the locale of the process cannot decode; a locale is for a whole process, so that each case is one. */
class LocaleTest {

    @TempDir
    Path module;

    /** Runs in the other process: prints each node and what its failure says. */
    static final class Probe {

        private Probe() {}

        public static void main(String... arguments) {
            Path root = Path.of(arguments[1]);
            DiscoverySelector selector = switch (arguments[0]) {
                case "root" -> selectClasspathRoots(Set.of(root)).get(0);
                case "directory" -> selectDirectory(root.toFile());
                default -> throw new IllegalArgumentException(arguments[0]);
            };
            Workspace workspace = new Workspace(root).onClassPath(root);
            Workspace.nodes(workspace.discoverWith(Map.of(), selector)).forEach(node -> {
                System.out.println(node.getDisplayName());
                if (node instanceof FailureDescriptor failure) {
                    System.out.println(failure.message());
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "directory"})
    void one_name_that_the_locale_cannot_decode_does_not_hide_the_others(String way) throws Exception {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("sun.jnu.encoding").equals("UTF-8"),
                "Only Linux takes the encoding of names from the locale.");
        Files.writeString(module.resolve("gr\u00f6\u00dfe.arazzo.yaml"), Workspace.small("large"));
        Files.writeString(module.resolve("plain.arazzo.yaml"), Workspace.small("small"));
        Files.writeString(module.resolve("\u00fcber.yaml"), "openapi: 3.1.0");

        List<String> lines = probe(way);

        assertThat(lines).contains("plain.arazzo.yaml", "small");
        assertThat(lines)
                .filteredOn(line -> line.contains("characters that the locale of this process cannot decode"))
                .singleElement()
                .asString()
                .contains("gr%C3%B6%C3%9Fe.arazzo.yaml", "LC_ALL=C.UTF-8");
        assertThat(lines).noneMatch(line -> line.contains("%C3%BCber.yaml"));
    }

    @Test
    void a_glob_matches_names_that_are_no_paths() {
        assertThat(new Glob("**/*.arazzo.yaml").matches("a/gr\uFFFD\u0000e.arazzo.yaml"))
                .isTrue();
    }

    private List<String> probe(String way) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName(),
                way,
                module.toString());
        builder.environment().put("LC_ALL", "C");
        Path output = module.resolve("output.txt");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.start().waitFor();
        return Files.readAllLines(output, StandardCharsets.ISO_8859_1);
    }
}
