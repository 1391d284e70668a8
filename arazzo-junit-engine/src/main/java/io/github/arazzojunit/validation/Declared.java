package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Workflow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names as the text declares them, also those of parts that are too broken to be read. */
final class Declared {

    private Declared() {}

    static Map<String, LocatedNode> steps(Workflow workflow) {
        Map<String, LocatedNode> steps = new LinkedHashMap<>();
        workflow.source()
                .member("steps")
                .map(LocatedNode::items)
                .orElse(List.of())
                .forEach(step -> step.member("stepId").ifPresent(id -> steps.putIfAbsent(id.text(), step)));
        return steps;
    }

    /** Names of the outputs of a step or workflow. */
    static Set<String> outputs(LocatedNode owner) {
        return owner.member("outputs")
                .map(outputs -> outputs.members().keySet())
                .orElse(Set.of());
    }

    static List<String> workflowIds(ArazzoDocument document) {
        return document.workflows().stream().map(Workflow::workflowId).toList();
    }

    static List<String> sourceNames(ArazzoDocument document) {
        return document.sourceDescriptions().stream()
                .map(SourceDescription::name)
                .toList();
    }

    /**
     * The declared name that explains a name in an expression: the name itself, else its longest prefix before a dot or
     * bracket (AMB-65).
     */
    static Optional<String> explaining(String name, Collection<String> declared) {
        if (declared.contains(name)) {
            return Optional.of(name);
        }
        for (int end = name.length() - 1; end > 0; end--) {
            boolean boundary = name.charAt(end) == '.' || name.charAt(end) == '[';
            if (boundary && declared.contains(name.substring(0, end))) {
                return Optional.of(name.substring(0, end));
            }
        }
        return Optional.empty();
    }
}
