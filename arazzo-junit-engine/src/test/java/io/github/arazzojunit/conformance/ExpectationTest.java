package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Position;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that is never compared would make every case that uses it worthless. */
class ExpectationTest {

    private static final URI DOCUMENT = URI.create("file:/case/a.arazzo.yaml");

    @Test
    void a_case_is_met_when_everything_is_as_expected() {
        assertThat(differences("""
                verdict: fail
                requests: []
                outputs: {a: 1, b: null}
                steps: {one: not-reached, two: {outcome: not-reached, visits: 0, attempts: 0, outputs: {}}}
                waits: [0.5, 2]
                findings: [{rule: some-rule, severity: warning, line: 7, pointer: /workflows/0, document: a.arazzo.yaml}]
                messageContains: [because, of]
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{verdict: pass, waits: [0.5, 2]}",
                "{verdict: fail}",
                "{verdict: fail, waits: [2, 0.5]}",
                "{verdict: fail, waits: [0.5, 2, 2]}",
                "{verdict: fail, waits: [0.5, 2], requests: [GET /a]}",
                "{verdict: fail, waits: [0.5, 2], outputs: {a: 1}}",
                "{verdict: fail, waits: [0.5, 2], outputs: {a: '1', b: null}}",
                "{verdict: fail, waits: [0.5, 2], outputs: {a: 1, b: null, c: null}}",
                "{verdict: fail, waits: [0.5, 2], steps: {one: passed}}",
                "{verdict: fail, waits: [0.5, 2], steps: {one: {visits: 1}}}",
                "{verdict: fail, waits: [0.5, 2], steps: {one: {attempts: 1}}}",
                "{verdict: fail, waits: [0.5, 2], steps: {one: {outputs: {a: 1}}}}",
                "{verdict: fail, waits: [0.5, 2], findings: [{line: 8}]}",
                "{verdict: fail, waits: [0.5, 2], findings: [{line: 7, severity: error}]}",
                "{verdict: fail, waits: [0.5, 2], findings: [{line: 7, rule: other-rule}]}",
                "{verdict: fail, waits: [0.5, 2], findings: [{line: 7, document: b.arazzo.yaml}]}",
                "{verdict: fail, waits: [0.5, 2], findings: [{pointer: /workflows/1}]}",
                "{verdict: fail, waits: [0.5, 2], clean: true}",
                "{verdict: fail, waits: [0.5, 2], messageContains: [because, why]}"
            })
    void a_case_is_not_met_when_one_thing_differs(String expectation) {
        assertThat(differences(expectation)).hasSize(1);
    }

    private static List<String> differences(String expectation) {
        VirtualTime time = new VirtualTime();
        time.sleep(Duration.ofMillis(500));
        time.sleep(Duration.ZERO);
        time.sleep(Duration.ofSeconds(2));
        Finding finding = new Finding(
                "some-rule",
                Finding.Severity.WARNING,
                new Position(DOCUMENT, 7, 3),
                "/workflows/0",
                "It is odd.",
                "Mend it.");
        return Expectation.differences(
                CaseTexts.yaml(expectation),
                new CaseRun.Observation(
                        "fail",
                        (ObjectNode) CaseTexts.yaml("{a: 1, b: null}"),
                        "failed because of that",
                        List.of(finding),
                        new RunRecord(DOCUMENT, "workflow"),
                        new ScriptedServer(List.of(), true, time),
                        time));
    }
}
