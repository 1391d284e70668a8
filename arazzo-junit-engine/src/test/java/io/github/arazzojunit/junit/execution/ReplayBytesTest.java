package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider sent is replayed byte by byte, so that the verdicts are the same, red ones as well. */
class ReplayBytesTest {

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @TempDir
    Path recorded;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text/plain;charset=ISO-8859-1  | ISO-8859-1 | Müller                          | $response.body == 'Müller'      | SUCCESSFUL
            text/plain;charset=ISO-8859-1  | ISO-8859-1 | Müller, api_key: abcdefgh123456  | $response.body#/ == 'x'         | FAILED
            text/plain                     | ISO-8859-1 | Müller                          | $response.body == 'Müller'      | FAILED
            text/plain;charset=UTF-16BE    | UTF-16BE   | Müller                          | $response.body == 'Müller'      | SUCCESSFUL
            application/json               | ISO-8859-1 | {"id": "Müller"}                | $statusCode == 200              | FAILED
            application/json               | ISO-8859-1 | {"id": "Müller", "token": "abcdefgh123456"} | $statusCode == 200   | FAILED
            application/json               | UTF-8      | {"id": "Müller", "amount": "1"} | $statusCode == 200              | FAILED
            application/json               | UTF-8      | { "id" : "{{now}}" }            | $response.body#/id == '{{now}}' | SUCCESSFUL
            application/json;charset=latin1 | UTF-8     | {"id": "Müller", "token": "abcdefgh123456"} | $response.body#/id == 'Müller' | SUCCESSFUL
            """)
    void a_recorded_answer_is_replayed_with_its_bytes_and_its_verdict(
            String type, String charset, String body, String condition, String verdict) {
        String id = type.startsWith("text") ? "text" : "json";
        scenario.provider()
                .answer("GET /orders/" + id, 200, body.getBytes(Charset.forName(charset)), "Content-Type", type);
        scenario.workflows(workflow("ship", List.of(read("look", id, criteria(condition)))));

        Execution live = scenario.configure("arazzo.stubs.record", recorded.toString())
                .configure("arazzo.contract.response.content-type", id.equals("text") ? "off" : "fail")
                .run();
        Execution replayed = scenario.configure("arazzo.target", "stub")
                .without("arazzo.server.shop")
                .without("arazzo.stubs.record")
                .configure("arazzo.stubs", recorded.toString())
                .configure("arazzo.stubs.generate", "false")
                .run();

        assertThat(live.endsBelowDocuments()).first().isEqualTo("look " + verdict);
        assertThat(replayed.endsBelowDocuments()).isEqualTo(live.endsBelowDocuments());
        if (verdict.equals("FAILED")) {
            assertThat(body(replayed)).isEqualTo(body(live));
        }
    }

    /** What the message shows of the body, and what is wrong with it. */
    private static List<String> body(Execution execution) {
        return execution
                .failure("look")
                .getMessage()
                .lines()
                .filter(line -> !line.contains("http://"))
                .toList();
    }
}
