package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The samples are green for the right reason: their stubs have a state that the steps of a workflow build up. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "sample-tests", "src", "test");
    private static final Path STUBS = Path.of("..", "stubs", "src", "main", "resources", "stubs");

    @Test
    void the_recovery_asks_three_times_because_the_task_is_running_twice() {
        Execution execution = run(document("svix-recover-failed-webhooks"));

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "getEndpoint SUCCESSFUL",
                        "startRecovery SUCCESSFUL",
                        "pollTask SUCCESSFUL",
                        "recover-failed-webhooks SUCCESSFUL");
        List<Map<String, String>> entries = execution.entries("pollTask");
        assertThat(entries.stream().map(entry -> entry.get("arazzo.attempt")).filter(Objects::nonNull))
                .containsExactly(
                        "1: 1 of 2 success criteria not met", "2: 1 of 2 success criteria not met", "3: passed");
        assertThat(entries.stream().map(entry -> entry.get("arazzo.retry")).filter(Objects::nonNull))
                .hasSize(2)
                .allSatisfy(retry -> assertThat(retry).startsWith("retry 'retryTask' "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hookdeck-attach-integration",
                "hookdeck-provision-connection",
                "svix-create-integration-and-key",
                "svix-recover-failed-webhooks"
            })
    void without_its_first_step_a_workflow_never_comes_to_a_green_last_step(String name, @TempDir Path module)
            throws IOException {
        assertThat(run(document(name)).ends()).allMatch(end -> end.endsWith(" SUCCESSFUL"));

        copy(SAMPLES.resolve("resources"), module);
        Path document = module.resolve("arazzo").resolve(name + ".arazzo.yaml");
        String text = Files.readString(document);
        Matcher steps = Pattern.compile("(?m)^ +- stepId: .*$").matcher(text);
        assertThat(steps.find()).isTrue();
        int first = steps.start();
        assertThat(steps.find()).isTrue();
        Files.writeString(document, text.substring(0, first) + text.substring(steps.start()));
        String lastStep = text.replaceAll("(?s).*\n +- stepId: (\\S+).*", "$1");

        assertThat(run(document).ends()).noneMatch(end -> end.equals(lastStep + " SUCCESSFUL"));
    }

    private static Path document(String name) {
        return SAMPLES.resolve("resources").resolve("arazzo").resolve(name + ".arazzo.yaml");
    }

    private static Execution run(Path document) {
        return new Execution(EngineTestKit.engine("arazzo")
                .selectors(selectFile(document.toFile()))
                .configurationParameter("arazzo.stubs", STUBS.toString())
                .configurationParameter("arazzo.stubs.generate", "false")
                .configurationParameter("arazzo.report", "off")
                .enableImplicitConfigurationParameters(false)
                .execute());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
