package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.contract.InputsValidator;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.Placeholders;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.validation.InputNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the inputs of a workflow together: the file beside the document, the configuration, the test; later wins. */
final class InputsSource {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final ArazzoConfiguration configuration;
    private final Contributions contributions;
    private final Map<String, WorkflowInputs> fromFile;

    InputsSource(ArazzoConfiguration configuration, Contributions contributions, Map<String, WorkflowInputs> fromFile) {
        this.configuration = configuration;
        this.contributions = contributions;
        this.fromFile = fromFile;
    }

    /** What the file gives to a workflow that runs on behalf of another one, so without a row. */
    Optional<InputValues> single(Workflow workflow) {
        return fromFile.getOrDefault(workflow.workflowId(), WorkflowInputs.NONE).single();
    }

    /** What is wrong with the names of inputs that a test gives. */
    private static List<String> warnings(LinkedDocument owner, Workflow workflow, Collection<?> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        InputNames names = InputNames.of(owner.document()).get(workflow.workflowId());
        return given.stream()
                .map(String::valueOf)
                .flatMap(
                        name -> names
                                .objection(name)
                                .map(objection -> "Inputs of the test: " + objection + " " + names.hint(name))
                                .stream())
                .toList();
    }

    /** @param owner the document of the workflow, whose schemas give the texts of the configuration their types */
    GivenInputs inputs(LinkedDocument owner, Workflow workflow, Optional<InputValues> row, Placeholders placeholders) {
        InputsValidator schemas = owner.inputsValidator();
        FileValues fromFile = new FileValues(schemas, placeholders);
        ObjectNode inputs = row.map(values -> fromFile.read(values, workflow.inputs()))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode generated = fromFile.generated();
        configuration
                .inputs(workflow.workflowId())
                .forEach((name, text) -> inputs.set(name, schemas.read(schemas.member(workflow.inputs(), name), text)));
        Map<?, ?> contributed =
                contributions.inputs().apply(workflow.workflowId()).orElse(Map.of());
        contributed.forEach((name, value) -> inputs.set(String.valueOf(name), JSON.valueToTree(value)));
        generated.retain(inputs.properties().stream()
                .filter(input -> input.getValue() == generated.get(input.getKey()))
                .map(Map.Entry::getKey)
                .toList());
        return new GivenInputs(inputs, generated, warnings(owner, workflow, contributed.keySet()));
    }
}
