package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.validation.InputSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the inputs that nobody gave: those that the schema requires and those that the workflow uses. A value has to
 * suit the schema of the input and every place that it flows into; what the schemas show comes before what is made up.
 * The same documents give the same values. An input that a closed schema does not name is not made: the workflow then
 * fails as it would anywhere. Thread-safe.
 */
public final class InputMaker {

    /**
     * Makes what is missing.
     *
     * @param given not changed
     */
    public MadeInputs make(LinkedDocument document, Workflow workflow, ObjectNode given) {
        ObjectNode known = document.checkInputs(workflow, given).inputs();
        InputSchema declared = InputSchema.of(document.document().source(), workflow);
        Map<String, List<Flow>> flows = InputFlows.of(document, workflow);
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        for (String name : names(declared, flows)) {
            if (!known.has(name)) {
                new InputValue(Schemas.of(document), declared.property(name), flows.getOrDefault(name, List.of()))
                        .make(name)
                        .ifPresent(value -> made.set(name, value));
            }
        }
        ObjectNode all = given.deepCopy();
        all.setAll(made);
        return new MadeInputs(all, made);
    }

    private static Set<String> names(InputSchema declared, Map<String, List<Flow>> flows) {
        Set<String> names = new LinkedHashSet<>();
        declared.names().stream()
                .filter(name -> flows.containsKey(name) || declared.required().contains(name))
                .forEach(names::add);
        names.addAll(declared.required());
        if (!declared.listsAll()) {
            names.addAll(flows.keySet());
        }
        return names;
    }
}
