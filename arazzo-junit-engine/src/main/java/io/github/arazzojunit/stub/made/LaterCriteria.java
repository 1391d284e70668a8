package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Invocation;
import io.github.arazzojunit.runner.StepVisit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Criteria of later steps, and of a step that calls the workflow, that hold or not by the outputs of a step alone: read
 * as criteria of its response.
 */
final class LaterCriteria {

    private static final String POINTER = "(?:#(/[^\\s\"'{}|&=<>!,()]*))?(?![\\w.\\[-])";

    private final List<Requirement> requirements = new ArrayList<>();

    private LaterCriteria() {}

    static List<Requirement> of(StepVisit visit, DocumentReads documents) {
        LaterCriteria later = new LaterCriteria();
        Workflow workflow = visit.invocation().workflow();
        Map<String, String> outputs = new LinkedHashMap<>();
        visit.step()
                .outputs()
                .forEach(
                        (name, output) -> add(outputs, "$steps." + visit.step().stepId() + ".outputs." + name, output));
        later.addAll(documents.after(visit), outputs);
        visit.invocation()
                .caller()
                .filter(caller -> visit.invocation().cause() == Invocation.Cause.CALL)
                .ifPresent(caller -> later.addCaller(caller, workflow, outputs));
        return later.requirements;
    }

    private static void add(Map<String, String> outputs, String name, LocatedNode value) {
        if (value.isText() && ResponsePlace.of(value.text()).isPresent()) {
            outputs.put(name, value.text());
        }
    }

    private static List<Step> after(Workflow workflow, Step step) {
        return workflow.steps()
                .subList(workflow.steps().indexOf(step) + 1, workflow.steps().size());
    }

    private void addCaller(StepVisit caller, Workflow workflow, Map<String, String> outputs) {
        Map<String, String> ofCall = new LinkedHashMap<>();
        Map<String, String> ofWorkflow = new LinkedHashMap<>();
        workflow.outputs().forEach((name, output) -> {
            String read = outputs.get(output.text());
            if (read != null) {
                ofCall.put("$outputs." + name, read);
                ofWorkflow.put("$workflows." + workflow.workflowId() + ".outputs." + name, read);
            }
        });
        addAll(List.of(caller.step()), ofCall);
        addAll(List.of(caller.step()), ofWorkflow);
        addAll(after(caller.invocation().workflow(), caller.step()), ofWorkflow);
    }

    private void addAll(List<Step> steps, Map<String, String> outputs) {
        for (Step step : steps) {
            for (Criterion criterion : step.successCriteria()) {
                Optional<String> context = criterion.context().map(text -> inserted(text, outputs));
                String condition = inserted(criterion.condition(), outputs);
                Criterion ofResponse = new Criterion(condition, context, criterion.type(), criterion.source());
                boolean reads = !context.equals(criterion.context()) || !condition.equals(criterion.condition());
                if (reads && readsNothingElse(ofResponse)) {
                    requirements.add(new Requirement.Later(criterion, new Requirement.Holds(ofResponse, false)));
                }
            }
        }
    }

    private static String inserted(String text, Map<String, String> outputs) {
        String inserted = text;
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            inserted = Pattern.compile(Pattern.quote(output.getKey()) + POINTER)
                    .matcher(inserted)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            output.getValue() + pointer(output.getValue(), Optional.ofNullable(match.group(1)))));
        }
        return inserted;
    }

    private static String pointer(String expression, Optional<String> inside) {
        return inside.map(pointer -> (expression.contains("#") ? "" : "#") + pointer)
                .orElse("");
    }

    /** What other values will be is not known yet. */
    private static boolean readsNothingElse(Criterion criterion) {
        if (criterion.type().language() != Language.SIMPLE) {
            return Template.parse(criterion.condition()).isConstant();
        }
        try {
            return SimpleCondition.parse(criterion.condition()).expressions().stream()
                    .allMatch(expression -> ResponsePlace.of(expression).isPresent());
        } catch (ConditionSyntaxException e) {
            return false;
        }
    }
}
