package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.DocumentParser;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.document.WorkflowInputs.Row;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.EffectiveLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds a run for each failure action of each step, which makes the run without a failure a named one as well. */
final class BranchingDocumentParser implements DocumentParser {

    private static final String WITHOUT_FAILURE = "without failure";

    private final DocumentParser parser;

    BranchingDocumentParser(DocumentParser parser) {
        this.parser = parser;
    }

    @Override
    public ParsedDocument parse(DocumentFile file) {
        ParsedDocument parsed = parser.parse(file);
        if (parsed.document().isEmpty()) {
            return parsed;
        }
        Map<String, WorkflowInputs> inputs = new LinkedHashMap<>(parsed.inputs());
        parsed.document()
                .get()
                .workflows()
                .forEach(workflow ->
                        inputs.put(workflow.workflowId(), withBranches(workflow, parsed.inputsOf(workflow))));
        return new ParsedDocument(
                parsed.file(), parsed.document(), parsed.errors(), parsed.workflowErrors(), parsed.remarks(), inputs);
    }

    private static WorkflowInputs withBranches(Workflow workflow, WorkflowInputs inputs) {
        List<Branch> branches = branches(workflow);
        if (branches.isEmpty()) {
            return inputs;
        }
        List<Row> rows = new ArrayList<>(inputs.rows());
        if (rows.isEmpty()) {
            InputValues single = inputs.single().orElse(InputValues.NONE);
            rows.add(new Row(WITHOUT_FAILURE, single, workflow.position()));
        }
        InputValues values = rows.get(0).inputs();
        branches.forEach(branch -> rows.add(new Row(
                unique(branch.toString(), rows),
                values,
                branch.action().source().position(),
                java.util.Optional.of(branch))));
        return new WorkflowInputs(inputs.single(), rows);
    }

    private static String unique(String name, List<Row> rows) {
        String candidate = name;
        for (int number = 2; isTaken(candidate, rows); number++) {
            candidate = name + " (" + number + ")";
        }
        return candidate;
    }

    private static boolean isTaken(String name, List<Row> rows) {
        return rows.stream().anyMatch(row -> row.name().equals(name));
    }

    /** A called workflow has branches of its own; what stands behind an action that always ends the step is never taken. */
    private static List<Branch> branches(Workflow workflow) {
        List<Branch> branches = new ArrayList<>();
        for (Step step : workflow.steps()) {
            if (step.target() instanceof StepTarget.WorkflowCall) {
                continue;
            }
            for (Action action : EffectiveLists.failureActions(workflow, step)) {
                boolean never = action instanceof Action.Retry retry && retry.retryLimit() == 0;
                if (!never) {
                    branches.add(new Branch(step, action));
                }
                if (!(action instanceof Action.Retry) && action.criteria().isEmpty()) {
                    break;
                }
            }
        }
        return branches;
    }
}
