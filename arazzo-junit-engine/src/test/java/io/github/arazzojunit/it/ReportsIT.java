package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What several runs of one build leave behind: two forks of Surefire at the same time, then Failsafe. */
class ReportsIT {

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    @Test
    void all_runs_of_a_build_make_one_report_which_the_next_build_replaces() throws IOException {
        UserModule module = UserModule.of(ENGINE, "reports", new Cell("3.6.1", "6.1.3"));

        Build build = module.run("verify").succeeds();

        assertThat(build.surefire().suites()).hasSize(2);
        assertThat(build.failsafe().suites()).hasSize(1);
        assertReport(build.folder(), 3);
        assertReport(module.run("verify").succeeds().folder(), 3);
        assertReport(module.run("test", "-Dtest=FirstTest").succeeds().folder(), 1);
    }

    private static void assertReport(Path folder, int runs) throws IOException {
        Path report = folder.resolve("target/arazzo-report");
        assertThat(Files.readString(report.resolve("index.html")))
                .contains("<p>" + 5 * runs + " workflows: " + 5 * runs + " passed, 0 failed; ");
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(report.resolve("exchanges.har").toFile())
                        .path("log")
                        .path("entries"))
                .hasSize(9 * runs);
        List<Integer> exchanges = json
                .readTree(report.resolve("coverage.json").toFile())
                .path("descriptions")
                .path(0)
                .path("operations")
                .findValues("exchanges")
                .stream()
                .map(JsonNode::asInt)
                .toList();
        assertThat(exchanges.stream().mapToInt(Integer::intValue).sum()).isEqualTo(9 * runs);
    }
}
