package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.report.CoverageCounts.Branch;
import io.github.arazzojunit.report.CoverageCounts.DescriptionCounts;
import io.github.arazzojunit.report.CoverageCounts.OperationCounts;
import io.github.arazzojunit.report.CoverageCounts.WorkflowCounts;
import io.github.arazzojunit.report.CoverageCounts.WorkflowKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The coverage as JSON, for tools and for the runs that add to it. */
final class CoverageJson {

    private CoverageJson() {}

    static ObjectNode of(CoverageCounts coverage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode totals = json.putObject("totals");
        for (CoverageKind kind : CoverageKind.values()) {
            share(totals.putObject(kind.key()), coverage.share(kind));
        }
        ArrayNode descriptions = json.putArray("descriptions");
        coverage.descriptions().forEach((uri, description) -> description(descriptions.addObject(), uri, description));
        ArrayNode workflows = json.putArray("workflows");
        coverage.workflows().forEach((key, workflow) -> workflow(workflows.addObject(), key, workflow));
        return json;
    }

    private static void share(ObjectNode json, Share share) {
        json.put("covered", share.covered());
        json.put("all", share.all());
        json.put("percent", Math.round(share.percent() * 10) / 10.0);
    }

    private static void description(ObjectNode json, String uri, DescriptionCounts description) {
        json.put("title", description.title());
        json.put("uri", uri);
        ArrayNode operations = json.putArray("operations");
        description.operations().forEach((name, operation) -> {
            ObjectNode entry = operations.addObject();
            entry.put("operation", name);
            operation.operationId().ifPresent(id -> entry.put("operationId", id));
            entry.put("exchanges", operation.exchanges());
            counts(entry.putObject("statuses"), operation.statuses());
            counts(entry.putObject("undocumentedStatuses"), operation.undocumented());
            counts(entry.putObject("parameters"), operation.parameters());
        });
    }

    private static void counts(ObjectNode json, Map<String, Integer> counts) {
        counts.forEach(json::put);
    }

    private static void workflow(ObjectNode json, WorkflowKey key, WorkflowCounts workflow) {
        json.put("workflowId", key.workflowId());
        json.put("uri", key.uri());
        ArrayNode branches = json.putArray("branches");
        workflow.branches()
                .forEach((branch, taken) -> branches.addObject()
                        .put("stepId", branch.stepId())
                        .put("list", branch.list())
                        .put("action", branch.action())
                        .put("taken", taken));
    }

    /** Reads what {@link #of} made. */
    static CoverageCounts read(JsonNode json) {
        Map<String, DescriptionCounts> descriptions = new LinkedHashMap<>();
        json.path("descriptions")
                .forEach(description -> descriptions.put(
                        description.path("uri").asText(),
                        new DescriptionCounts(
                                description.path("title").asText(), operations(description.path("operations")))));
        Map<WorkflowKey, WorkflowCounts> workflows = new LinkedHashMap<>();
        json.path("workflows")
                .forEach(workflow -> workflows.put(
                        new WorkflowKey(
                                workflow.path("uri").asText(),
                                workflow.path("workflowId").asText()),
                        new WorkflowCounts(branches(workflow.path("branches")))));
        return new CoverageCounts(descriptions, workflows);
    }

    private static Map<String, OperationCounts> operations(JsonNode json) {
        Map<String, OperationCounts> operations = new LinkedHashMap<>();
        json.forEach(operation -> operations.put(
                operation.path("operation").asText(),
                new OperationCounts(
                        Optional.ofNullable(operation.path("operationId").textValue()),
                        operation.path("exchanges").asInt(),
                        counts(operation.path("statuses")),
                        counts(operation.path("undocumentedStatuses")),
                        counts(operation.path("parameters")))));
        return operations;
    }

    static Map<String, Integer> counts(JsonNode json) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        json.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        return counts;
    }

    private static Map<Branch, Integer> branches(JsonNode json) {
        Map<Branch, Integer> branches = new LinkedHashMap<>();
        json.forEach(branch -> branches.put(
                new Branch(
                        branch.path("stepId").asText(),
                        branch.path("list").asText(),
                        branch.path("action").asText()),
                branch.path("taken").asInt()));
        return branches;
    }
}
