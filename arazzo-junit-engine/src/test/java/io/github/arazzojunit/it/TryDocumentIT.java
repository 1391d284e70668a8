package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command of the README for a document from anywhere, in a copy of this project. */
class TryDocumentIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path COPY = Path.of("target", "it", "try").toAbsolutePath();
    private static final Path DOCUMENTS =
            Path.of("src", "test", "resources", "it").toAbsolutePath();

    @BeforeAll
    static void copyProject() throws IOException {
        PackagedEngine.delete(COPY);
        copy(Path.of("pom.xml"));
        copy(Path.of(".mvn"));
        for (String module : List.of("arazzo-junit-engine", "stubs", "sample-tests")) {
            copy(Path.of(module, "pom.xml"));
            copy(Path.of(module, "src"));
        }
    }

    @Test
    void a_green_document_is_run_and_summed_up() throws IOException {
        Build build = tryOut(DOCUMENTS.resolve("shared/src/test/resources/parcels.arazzo.yaml"), List.of())
                .succeeds();

        assertThat(build.output())
                .contains("send-parcel ✔", "arazzo.response = `201 in ")
                .contains("arazzo.summary = `5 workflows: 5 passed, 0 failed; 11 steps: 11 passed, 0 failed`");
        assertThat(Path.of(report(build))).exists();
    }

    @Test
    void a_red_document_fails_the_build_with_the_reason_and_options_reach_the_launcher() throws IOException {
        Path description = DOCUMENTS.resolve("shared/src/test/resources/parcels.openapi.yaml");

        Build build = tryOut(
                        DOCUMENTS.resolve("failures/src/test/resources/red.arazzo.yaml"),
                        List.of("-Doptions=--config=arazzo.source.parcels=" + description + " --config=arazzo.stubs="
                                + DOCUMENTS.resolve("class")
                                + " --config=arazzo.filter.workflow=(deliver|insure)"))
                .fails();

        assertThat(build.output())
                .contains("arazzo.summary = `2 workflows: 1 passed, 1 failed; 3 steps: 3 passed, 0 failed`")
                .contains("/amount: string found, number expected (red.arazzo.yaml:52:19")
                .contains("Process exited with an error: 1")
                .doesNotContain("track-parcel", "ExecuteException");
        assertThat(Path.of(report(build))).exists();
    }

    private static Build tryOut(Path document, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(readmeCommand());
        arguments.set(arguments.size() - 1, "-Ddocument=" + document);
        arguments.addAll(options);
        // What other tests and the build itself check is left out.
        arguments.addAll(List.of("-Denforcer.skip", "-Dspotless.check.skip"));
        return Build.run(COPY, PackagedEngine.findLocalRepository(), new Properties(), arguments);
    }

    private static List<String> readmeCommand() throws IOException {
        Matcher command = Pattern.compile("mvn (.* -Ptry -Ddocument=\\S+)")
                .matcher(Files.readString(PROJECT.resolve("README.md")));
        assertThat(command.find()).isTrue();
        return List.of(command.group(1).split(" "));
    }

    private static String report(Build build) {
        Matcher report = Pattern.compile("arazzo\\.report = `(.*)`").matcher(build.output());
        assertThat(report.find()).as(build.output()).isTrue();
        return report.group(1);
    }

    private static void copy(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = COPY.resolve(PROJECT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
