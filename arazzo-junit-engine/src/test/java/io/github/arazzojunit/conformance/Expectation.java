package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.model.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares what a case expects with what was observed. */
final class Expectation {

    private final JsonNode expected;
    private final CaseRun.Observation observed;
    private final List<String> differences = new ArrayList<>();

    private Expectation(JsonNode expected, CaseRun.Observation observed) {
        this.expected = expected;
        this.observed = observed;
    }

    /** One sentence for each difference; none when the case is met. */
    static List<String> differences(JsonNode expected, CaseRun.Observation observed) {
        Expectation expectation = new Expectation(expected, observed);
        expectation.compare();
        return expectation.differences;
    }

    private void compare() {
        equal("verdict", expected.get("verdict").textValue(), observed.verdict());
        observed.server().problems().forEach(differences::add);
        if (expected.has("requests")) {
            equal("requests", texts(expected.get("requests")), observed.server().requests());
        }
        if (expected.has("outputs")) {
            JsonEquality.differences(expected.get("outputs"), observed.outputs())
                    .forEach(difference -> differences.add("outputs: " + difference));
        }
        expected.path("steps").properties().forEach(step -> step(step.getKey(), step.getValue()));
        waits();
        expected.path("findings").forEach(this::finding);
        if (expected.has("clean")) {
            observed.findings().stream()
                    .filter(finding -> finding.severity() != Finding.Severity.HINT)
                    .forEach(finding -> differences.add("no finding is expected, but there is " + finding));
        }
        expected.path("messageContains").forEach(part -> {
            if (!observed.message().contains(part.textValue())) {
                differences.add("the message does not contain \"" + part.textValue() + "\"");
            }
        });
    }

    private void waits() {
        List<BigDecimal> wanted = new ArrayList<>();
        expected.path("waits").forEach(wait -> wanted.add(RequestCheck.seconds(ScriptedServer.duration(wait))));
        equal(
                "waits in seconds",
                wanted,
                observed.time().waits().stream().map(RequestCheck::seconds).toList());
    }

    private void step(String name, JsonNode wanted) {
        RunRecord.StepRecord actual = observed.record().step(name);
        if (wanted.isTextual()) {
            equal("outcome of step " + name, wanted.textValue(), actual.outcome());
            return;
        }
        wanted.properties().forEach(field -> {
            String what = field.getKey() + " of step " + name;
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "outcome" -> equal(what, value.textValue(), actual.outcome());
                case "visits" -> equal(what, value.intValue(), actual.visits());
                case "attempts" -> equal(what, value.intValue(), actual.attempts());
                case "outputs" ->
                    JsonEquality.differences(value, actual.outputs().orElseGet(JsonNodeFactory.instance::objectNode))
                            .forEach(difference -> differences.add(what + ": " + difference));
                default -> throw new IllegalArgumentException("The format has no '" + field.getKey() + "'.");
            }
        });
    }

    private void finding(JsonNode wanted) {
        boolean found = observed.findings().stream().anyMatch(finding -> matches(wanted, finding));
        if (!found) {
            differences.add("finding " + wanted + " is expected, but there are only " + observed.findings());
        }
    }

    private static boolean matches(JsonNode wanted, Finding finding) {
        return (!wanted.has("rule") || wanted.get("rule").textValue().equals(finding.rule()))
                && (!wanted.has("severity")
                        || wanted.get("severity")
                                .textValue()
                                .equals(finding.severity().name().toLowerCase(Locale.ROOT)))
                && (!wanted.has("line")
                        || wanted.get("line").intValue() == finding.position().line())
                && (!wanted.has("pointer") || wanted.get("pointer").textValue().equals(finding.pointer()))
                && (!wanted.has("document")
                        || wanted.get("document")
                                .textValue()
                                .equals(finding.position().fileName()));
    }

    private void equal(String what, Object wanted, Object actual) {
        if (!wanted.equals(actual)) {
            differences.add(what + ": " + wanted + " is expected, but it is " + actual);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }
}
