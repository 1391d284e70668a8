package io.github.arazzojunit.reader;

import java.util.Set;
import java.util.TreeSet;

/** The objects of an Arazzo document with the fields that they have. */
enum ObjectKind {
    DOCUMENT(
            "document", "", Set.of("arazzo", "info", "sourceDescriptions", "workflows", "components"), Set.of("$self")),
    INFO("info object", "", Set.of("title", "summary", "description", "version"), Set.of()),
    SOURCE_DESCRIPTION("source description", "name", Set.of("name", "url", "type"), Set.of()),
    WORKFLOW(
            "workflow",
            "workflowId",
            Set.of(
                    "workflowId",
                    "summary",
                    "description",
                    "inputs",
                    "dependsOn",
                    "steps",
                    "successActions",
                    "failureActions",
                    "outputs",
                    "parameters"),
            Set.of()),
    STEP(
            "step",
            "stepId",
            Set.of(
                    "stepId",
                    "description",
                    "operationId",
                    "operationPath",
                    "workflowId",
                    "parameters",
                    "requestBody",
                    "successCriteria",
                    "onSuccess",
                    "onFailure",
                    "outputs"),
            Set.of("channelPath", "action", "correlationId", "timeout", "dependsOn")),
    PARAMETER("parameter", "name", Set.of("name", "in", "value"), Set.of()),
    REQUEST_BODY("request body", "", Set.of("contentType", "payload", "replacements"), Set.of()),
    PAYLOAD_REPLACEMENT("payload replacement", "target", Set.of("target", "value"), Set.of("targetSelectorType")),
    /** Knows {@code version} because documents have it beside the type; {@link CriterionReader} deals with it. */
    CRITERION("criterion", "condition", Set.of("context", "condition", "type", "version"), Set.of()),
    EXPRESSION_TYPE("expression type", "type", Set.of("type", "version"), Set.of()),
    SUCCESS_ACTION(
            "success action", "name", Set.of("name", "type", "workflowId", "stepId", "criteria"), Set.of("parameters")),
    FAILURE_ACTION(
            "failure action",
            "name",
            Set.of("name", "type", "workflowId", "stepId", "retryAfter", "retryLimit", "criteria"),
            Set.of("parameters")),
    REUSABLE_OBJECT("reusable object", "reference", Set.of("reference", "value"), Set.of()),
    SELECTOR("selector", "selector", Set.of("context", "selector", "type"), Set.of()),
    COMPONENTS("components object", "", Set.of("inputs", "parameters", "successActions", "failureActions"), Set.of());

    private final String label;
    private final String identifier;
    private final Set<String> fields;
    private final Set<String> newerFields;

    /**
     * @param identifier field that tells one from the other in messages, empty where there is only one
     * @param newerFields fields that came with 1.1
     */
    ObjectKind(String label, String identifier, Set<String> fields, Set<String> newerFields) {
        this.label = label;
        this.identifier = identifier;
        this.fields = fields;
        this.newerFields = newerFields;
    }

    String label() {
        return label;
    }

    String identifier() {
        return identifier;
    }

    boolean isNewer(String field) {
        return newerFields.contains(field);
    }

    boolean knows(String field) {
        return fields.contains(field) || newerFields.contains(field);
    }

    Set<String> allFields() {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(newerFields);
        return all;
    }
}
