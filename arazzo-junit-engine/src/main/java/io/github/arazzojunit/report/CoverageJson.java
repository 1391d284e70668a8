package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.config.CoverageKind;
import java.util.Map;

/** The coverage as JSON, for tools. */
final class CoverageJson {

    private CoverageJson() {}

    static ObjectNode of(Coverage coverage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode totals = json.putObject("totals");
        for (CoverageKind kind : CoverageKind.values()) {
            share(totals.putObject(kind.key()), coverage.share(kind));
        }
        ArrayNode descriptions = json.putArray("descriptions");
        coverage.descriptions().forEach(description -> description(descriptions.addObject(), description));
        ArrayNode workflows = json.putArray("workflows");
        coverage.workflows().forEach(workflow -> workflow(workflows.addObject(), workflow));
        return json;
    }

    private static void share(ObjectNode json, Share share) {
        json.put("covered", share.covered());
        json.put("all", share.all());
        json.put("percent", Math.round(share.percent() * 10) / 10.0);
    }

    private static void description(ObjectNode json, DescriptionCoverage coverage) {
        json.put("title", coverage.description().title());
        json.put("uri", coverage.description().uri().toString());
        ArrayNode operations = json.putArray("operations");
        for (OperationCoverage operation : coverage.operations()) {
            ObjectNode entry = operations.addObject();
            entry.put("operation", operation.operation().toString());
            operation.operation().operationId().ifPresent(id -> entry.put("operationId", id));
            entry.put("exchanges", operation.exchanges());
            counts(entry.putObject("statuses"), operation.statuses());
            counts(entry.putObject("undocumentedStatuses"), operation.undocumented());
            counts(entry.putObject("parameters"), operation.parameters());
        }
    }

    private static void counts(ObjectNode json, Map<String, Integer> counts) {
        counts.forEach(json::put);
    }

    private static void workflow(ObjectNode json, WorkflowCoverage coverage) {
        json.put("workflowId", coverage.workflowId());
        ArrayNode branches = json.putArray("branches");
        for (WorkflowCoverage.Branch branch : coverage.branches()) {
            branches.addObject()
                    .put("stepId", branch.stepId())
                    .put("list", branch.list())
                    .put("action", branch.action())
                    .put("taken", branch.taken());
        }
    }
}
