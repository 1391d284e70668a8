package io.github.arazzojunit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the reader leaves out of the model is an error: a step or criterion that is not there is never red. */
class NothingDroppedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI FILE = URI.create("file:/dir/shop.arazzo.yaml");

    private static final String DOCUMENT = """
            arazzo: 1.1.0
            info: {title: Shop, version: 1.0.0}
            sourceDescriptions: [{name: shop, url: shop.yaml, type: openapi}]
            components:
              parameters: {limit: {name: limit, in: query, value: 20}}
              successActions: {done: {name: done, type: end}}
              failureActions: {again: {name: again, type: retry, retryAfter: 1, retryLimit: 3}}
            workflows:
              - workflowId: order
                summary: Order
                inputs: {type: object}
                dependsOn: [other]
                parameters: [{name: X-Trace, in: header, value: $inputs.trace}]
                successActions: [{reference: $components.successActions.done}]
                failureActions: [{reference: $components.failureActions.again}]
                outputs:
                  id: $steps.create.outputs.id
                  name: {context: $steps.create.outputs.id, selector: /name, type: jsonpointer}
                steps:
                  - stepId: create
                    operationId: createOrder
                    timeout: 2500
                    parameters: [{reference: $components.parameters.limit, value: 5}, {name: q, in: query, value: a}]
                    requestBody:
                      contentType: application/json
                      payload: {quantity: 10}
                      replacements:
                        - {target: /quantity, value: 11}
                        - {target: $.quantity, targetSelectorType: {type: jsonpath, version: rfc9535}, value: 12}
                    successCriteria:
                      - {condition: $statusCode == 201}
                      - {condition: $.id, context: $response.body, type: jsonpath}
                      - {condition: $.id, context: $response.body, type: {type: jsonpath, version: rfc9535}}
                      - {condition: $.name, context: $response.body, type: jsonpath, version: rfc9535}
                    onSuccess: [{name: go, type: goto, stepId: call, criteria: [{condition: $statusCode == 201}]}]
                    onFailure:
                      - {name: retry, type: retry, retryAfter: 1, retryLimit: 2, stepId: create}
                      - {name: leave, type: goto, workflowId: other, parameters: [{name: a, value: 1}]}
                      - {name: end, type: end}
                    outputs:
                      id: $response.body#/id
                      name: {context: $response.body, selector: $.name, type: {type: jsonpath, version: rfc9535}}
                  - {stepId: call, workflowId: other, parameters: [{name: a, value: 1}], dependsOn: [create]}
                  - {stepId: path, operationPath: '{$sourceDescriptions.shop.url}#/paths/~1a/get'}
              - workflowId: other
                steps: [{stepId: only, operationId: read}]
            """;

    private static final List<String> REPLACEMENTS =
            List.of("null", "5", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[{}]", "{\"a\":null}");

    static Stream<String> places() throws Exception {
        List<String> places = new ArrayList<>();
        collect(tree(), "", places);
        return places.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_is_missing_in_the_model_has_an_error(String place) throws Exception {
        for (String replacement : REPLACEMENTS) {
            JsonNode tree = tree();
            replace(tree, place, JSON.readTree(replacement));

            assertComplete(tree, place + " = " + replacement);
        }
        JsonNode tree = tree();
        remove(tree, place);
        assertComplete(tree, "without " + place);
    }

    private static void assertComplete(JsonNode tree, String change) {
        byte[] text = tree.toString().getBytes(StandardCharsets.UTF_8);
        DocumentReading reading = DocumentReader.read(FILE, text, ReadLimits.DEFAULT);
        if (reading.findings().stream().anyMatch(Finding::isError)) {
            return;
        }
        assertThat(counts(reading.document().orElseThrow()))
                .as("%s, found %s", change, reading.findings())
                .isEqualTo(counts(tree));
    }

    private static Map<String, Integer> counts(ArazzoDocument document) {
        Map<String, Integer> counts = new TreeMap<>();
        count(counts, "sourceDescriptions", document.sourceDescriptions().size());
        count(counts, "workflows", document.workflows().size());
        for (Workflow workflow : document.workflows()) {
            count(counts, "steps", workflow.steps().size());
            count(counts, "dependsOn", workflow.dependsOn().size());
            count(counts, "outputs", workflow.outputs().size());
            count(counts, "parameters", workflow.parameters().size());
            actions(counts, workflow.successActions());
            actions(counts, workflow.failureActions());
            for (Step step : workflow.steps()) {
                count(counts, "criteria", step.successCriteria().size());
                count(counts, "dependsOn", step.dependsOn().size());
                count(counts, "outputs", step.outputs().size());
                count(counts, "parameters", step.parameters().size());
                step.requestBody().ifPresent(body -> {
                    count(counts, "replacements", body.replacements().size());
                    body.payload().ifPresent(payload -> count(counts, "payload", 1));
                });
                actions(counts, step.onSuccess());
                actions(counts, step.onFailure());
            }
        }
        return counts;
    }

    private static void actions(Map<String, Integer> counts, List<Action> actions) {
        count(counts, "actions", actions.size());
        for (Action action : actions) {
            count(counts, "criteria", action.criteria().size());
            if (action instanceof Action.Goto transfer) {
                count(counts, "parameters", transfer.parameters().size());
            }
        }
    }

    /** What the text has, empty lists and absent fields counting nothing. */
    private static Map<String, Integer> counts(JsonNode tree) {
        Map<String, Integer> counts = new TreeMap<>();
        count(counts, "sourceDescriptions", tree.path("sourceDescriptions").size());
        count(counts, "workflows", tree.path("workflows").size());
        for (JsonNode workflow : tree.path("workflows")) {
            count(counts, "steps", workflow.path("steps").size());
            countAll(counts, workflow, "dependsOn", "outputs", "parameters");
            actions(counts, workflow, "successActions", "failureActions");
            for (JsonNode step : workflow.path("steps")) {
                count(counts, "criteria", step.path("successCriteria").size());
                countAll(counts, step, "dependsOn", "outputs", "parameters");
                count(
                        counts,
                        "replacements",
                        step.path("requestBody").path("replacements").size());
                count(counts, "payload", step.path("requestBody").has("payload") ? 1 : 0);
                actions(counts, step, "onSuccess", "onFailure");
            }
        }
        return counts;
    }

    private static void actions(Map<String, Integer> counts, JsonNode owner, String... fields) {
        for (String field : fields) {
            count(counts, "actions", owner.path(field).size());
            for (JsonNode action : owner.path(field)) {
                count(counts, "criteria", action.path("criteria").size());
                if (action.path("type").asText().equals("goto")) {
                    count(counts, "parameters", action.path("parameters").size());
                }
            }
        }
    }

    private static void countAll(Map<String, Integer> counts, JsonNode owner, String... fields) {
        for (String field : fields) {
            count(counts, field, owner.path(field).size());
        }
    }

    private static void count(Map<String, Integer> counts, String kind, int number) {
        if (number > 0) {
            counts.merge(kind, number, Integer::sum);
        }
    }

    private static JsonNode tree() throws Exception {
        return LocatedReader.read(FILE, DOCUMENT.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT)
                .value()
                .deepCopy();
    }

    private static void collect(JsonNode node, String pointer, List<String> places) {
        if (!pointer.isEmpty()) {
            places.add(pointer);
        }
        node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, places);
        }
    }

    private static void replace(JsonNode tree, String pointer, JsonNode value) {
        JsonNode parent = parent(tree, pointer);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last(pointer)), value);
        } else {
            ((ObjectNode) parent).set(last(pointer), value);
        }
    }

    private static void remove(JsonNode tree, String pointer) {
        JsonNode parent = parent(tree, pointer);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(last(pointer)));
        } else {
            ((ObjectNode) parent).remove(last(pointer));
        }
    }

    private static JsonNode parent(JsonNode tree, String pointer) {
        return tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
