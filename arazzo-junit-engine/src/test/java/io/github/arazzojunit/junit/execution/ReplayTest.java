package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Whole documents with nothing but made answers, recorded, and then replayed with nothing made at all. */
class ReplayTest {

    private static final Path SAMPLES = Path.of("..", "sample-tests", "src", "test", "resources");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "inputs beside the documents: {0}")
    @ValueSource(booleans = {true, false})
    void the_samples_replay_to_the_same_verdicts(boolean inputs) throws IOException {
        copySamples(inputs);

        List<String> replayed = replay(selectDirectory(folder.resolve("arazzo").toFile()));

        assertThat(replayed).hasSizeGreaterThan(30).contains("pollTask SUCCESSFUL", "connectWarehouse SUCCESSFUL");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "shared.documents",
            matches = ".+",
            disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
    void real_documents_replay_to_the_same_verdicts() throws IOException {
        try (Stream<Path> documents = Files.list(Path.of(System.getProperty("shared.documents"), "seeds", "arazzo"))) {
            List<String> replayed = replay(documents
                    .sorted()
                    .map(document -> selectFile(document.toFile()))
                    .toArray(DiscoverySelector[]::new));

            assertThat(replayed).hasSize(4 + 4 + 14).allMatch(end -> end.endsWith(" SUCCESSFUL"));
        }
    }

    /** How the nodes of the replay end, which is how those of the recorded run did. */
    private List<String> replay(DiscoverySelector... selectors) {
        Path recorded = folder.resolve("recorded");
        List<String> made = run(kit(selectors)
                        .configurationParameter("arazzo.stubs", "")
                        .configurationParameter("arazzo.stubs.record", recorded.toString()))
                .ends();
        Execution replay = run(kit(selectors)
                .configurationParameter("arazzo.stubs", recorded.toString())
                .configurationParameter("arazzo.stubs.generate", "false"));

        assertThat(replay.ends()).isEqualTo(made);
        return made;
    }

    private static EngineTestKit.Builder kit(DiscoverySelector... selectors) {
        return EngineTestKit.engine("arazzo")
                .selectors(selectors)
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("arazzo.report", "off")
                .configurationParameter("arazzo.retry.max-delay", "1 ms");
    }

    private static Execution run(EngineTestKit.Builder kit) {
        return new Execution(kit.execute());
    }

    private void copySamples(boolean inputs) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> inputs || !file.toString().endsWith(".inputs.yaml"))
                    .toList()) {
                Path copy = folder.resolve(SAMPLES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
