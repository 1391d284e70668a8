package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ResponseDescription;
import io.github.arazzojunit.stub.data.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says where a document and a description contradict each other, with both positions. */
final class Contradiction {

    private static final int MOST_REASONS = 3;

    private Contradiction() {}

    /** No documented status satisfies a criterion. */
    static String status(String expected, Operation operation) {
        LocatedNode responses = operation.source().member("responses").orElse(operation.source());
        return expected + ", but " + operation + " documents "
                + operation.responses().stream()
                        .map(ResponseDescription::statusPattern)
                        .collect(Collectors.joining(", "))
                + " (" + place(responses) + "). Correct the workflow or the description; a mapping of your own"
                + " (arazzo.stubs) answers in any case.";
    }

    /** Every documented status that would do contradicts what happened before. */
    static String existence(String expected, String fact, Operation operation) {
        LocatedNode responses = operation.source().member("responses").orElse(operation.source());
        return expected + ", which contradicts " + fact + ". " + operation + " documents "
                + operation.responses().stream()
                        .map(ResponseDescription::statusPattern)
                        .collect(Collectors.joining(", "))
                + " (" + place(responses) + "). Expect what the steps before it make of the resource, or correct"
                + " them; a mapping of your own (arazzo.stubs) answers in any case.";
    }

    /** A requirement that another value would meet than the one that is known. */
    static String fact(Requirement requirement, AnswerSearch.Conflict conflict) {
        String wanted = conflict.wanted()
                .body()
                .flatMap(conflict.claim()::instead)
                .map(value -> ", while " + value + " is expected here")
                .orElse("");
        return requirement.subject() + " (" + requirement.position() + ") contradicts "
                + conflict.claim().text() + wanted
                + ". Expect what is known, or correct the step that made it so; a mapping of your own (arazzo.stubs)"
                + " answers in any case.";
    }

    /** No documented response makes a step take one of its failure actions. */
    static String branch(Step step, Action action, Operation operation) {
        LocatedNode responses = operation.source().member("responses").orElse(operation.source());
        return "The branch was not reached, because no response of " + operation
                + " was found with which step '" + step.stepId() + "' (" + step.position() + ") fails and takes '"
                + action.name() + "' (" + action.source().position() + "); documented are "
                + operation.responses().stream()
                        .map(ResponseDescription::statusPattern)
                        .collect(Collectors.joining(", "))
                + " (" + place(responses) + "). Document the response that the action is for, or correct the action.";
    }

    /** A criterion or an output for which no documented response is right. */
    static String requirement(
            Requirement requirement, StatusChoice choice, Operation operation, List<Problem> reasons) {
        String subject = "The documented response " + choice.status() + " of " + operation + " can never satisfy "
                + requirement.text() + " (" + requirement.position() + "): ";
        return subject + reasons.stream().map(Problem::text).limit(MOST_REASONS).collect(Collectors.joining("; "))
                + ". Correct the"
                + " workflow or the description; a mapping of your own (arazzo.stubs) answers in any case.";
    }

    /** There may be a response, but not one that can be made. */
    static String notGenerable(StatusChoice choice, Operation operation, List<Problem> problems) {
        return notGenerable("", choice, operation, problems);
    }

    /** There may be a response that satisfies it, but not one that can be made. */
    static String notGenerable(
            Requirement requirement, StatusChoice choice, Operation operation, List<Problem> problems) {
        return notGenerable(
                " for " + requirement.text() + " (" + requirement.position() + ")", choice, operation, problems);
    }

    private static String notGenerable(
            String purpose, StatusChoice choice, Operation operation, List<Problem> problems) {
        return "No response " + choice.status() + " of " + operation + " can be made" + purpose
                + ", which says nothing about the workflow: "
                + problems.stream()
                        .filter(Problem::ofGenerator)
                        .map(Problem::text)
                        .distinct()
                        .limit(MOST_REASONS)
                        .collect(Collectors.joining("; "))
                + ". Give the member an example in the description, or write a mapping of your own (arazzo.stubs).";
    }

    /** The description contradicts itself. */
    static String impossible(StatusChoice choice, Operation operation, List<Problem> problems) {
        return "No response " + choice.status() + " of " + operation + " can satisfy its own description, whatever the"
                + " workflow asks: "
                + problems.stream()
                        .map(Problem::text)
                        .distinct()
                        .limit(MOST_REASONS)
                        .collect(Collectors.joining("; "))
                + ". Correct the description, or write a mapping of your own (arazzo.stubs).";
    }

    /** Nothing was found, which proves nothing. */
    static String notFound(List<String> requirements, StatusChoice choice, Operation operation) {
        LocatedNode response =
                choice.response().map(ResponseDescription::source).orElse(operation.source());
        return "No response " + choice.status() + " of " + operation + " (" + place(response)
                + ") was found that satisfies "
                + String.join(" together with ", requirements)
                + ". Write a mapping of your own for it (arazzo.stubs).";
    }

    static String place(LocatedNode node) {
        return node.location();
    }
}
