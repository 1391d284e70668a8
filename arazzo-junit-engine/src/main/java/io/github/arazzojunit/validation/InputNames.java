package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression.AllInputs;
import io.github.arazzojunit.expression.RuntimeExpression.Inputs;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowInput;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the inputs of a workflow: those that its schema declares, and those that expressions read although no
 * schema does.
 *
 * @param open whether others may mean something as well, because the schema allows them or an expression takes them all
 */
public record InputNames(String workflowId, Set<String> names, boolean open) {

    /** What the document alone tells of each of its workflows, by {@code workflowId}. */
    public static Map<String, InputNames> of(ArazzoDocument document) {
        Map<String, Names> collected = new LinkedHashMap<>();
        document.workflows()
                .forEach(workflow -> collected.putIfAbsent(
                        workflow.workflowId(), new Names(InputSchema.of(document.source(), workflow))));
        for (Workflow reader : document.workflows()) {
            for (ExpressionUse use : ExpressionUses.of(ContentsReader.read(document, reader))) {
                if (use.expression() instanceof Inputs input) {
                    collected.get(reader.workflowId()).names.add(input.name());
                } else if (use.expression() instanceof AllInputs) {
                    collected.get(reader.workflowId()).open = true;
                } else if (use.expression() instanceof WorkflowInput input) {
                    Optional.ofNullable(collected.get(input.workflowId()))
                            .ifPresent(read -> read.names.add(input.name()));
                }
            }
        }
        Map<String, InputNames> all = new LinkedHashMap<>();
        collected.forEach(
                (workflowId, names) -> all.put(workflowId, new InputNames(workflowId, names.names, names.open)));
        return all;
    }

    /** Those of one workflow while they are collected. */
    private static final class Names {

        private final Set<String> names;
        private boolean open;

        Names(InputSchema schema) {
            this.names = new TreeSet<>(schema.names());
            this.open = schema.isOpen();
        }
    }

    /** Whether a value of this name can have an effect. */
    public boolean know(String name) {
        return open || names.contains(name);
    }

    /** What is wrong with a name that {@linkplain #know means nothing}; empty for any other one. */
    public Optional<String> objection(String name) {
        return know(name)
                ? Optional.empty()
                : Optional.of("The workflow '" + workflowId + "' declares no input '" + name
                        + "' and reads none, so the value has no effect.");
    }

    /** What else could be meant. */
    public String hint(String name) {
        return names.isEmpty() ? "Declare it in the schema of the inputs, or remove it." : Nearest.hint(name, names);
    }
}
