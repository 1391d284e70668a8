package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.model.Workflow;
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
    Optional<JsonNode> single(Workflow workflow) {
        return fromFile.getOrDefault(workflow.workflowId(), WorkflowInputs.NONE).single();
    }

    ObjectNode inputs(Workflow workflow, Optional<JsonNode> row) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        row.filter(JsonNode::isObject).ifPresent(values -> inputs.setAll((ObjectNode) values.deepCopy()));
        configuration.inputs(workflow.workflowId()).forEach(inputs::set);
        contributions
                .inputs()
                .apply(workflow.workflowId())
                .ifPresent(values ->
                        values.forEach((name, value) -> inputs.set(String.valueOf(name), JSON.valueToTree(value))));
        return inputs;
    }
}
