package io.github.arazzojunit.junit.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.junit.config.ArazzoConfiguration;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.model.Workflow;
import java.util.Optional;

/** Puts the inputs of a workflow together: the file beside the document, the configuration, the class; later wins. */
final class InputsSource {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final ArazzoConfiguration configuration;
    private final ClassMembers members;
    private final DocumentDescriptor document;

    InputsSource(ArazzoConfiguration configuration, ClassMembers members, DocumentDescriptor document) {
        this.configuration = configuration;
        this.members = members;
        this.document = document;
    }

    /** Inputs of a workflow that runs on behalf of another one, so without a row. */
    ObjectNode inputs(Workflow workflow) {
        return inputs(workflow, document.inputs(workflow.workflowId()).single());
    }

    ObjectNode inputs(Workflow workflow, Optional<JsonNode> fromFile) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        fromFile.filter(JsonNode::isObject).ifPresent(values -> inputs.setAll((ObjectNode) values.deepCopy()));
        configuration.inputs(workflow.workflowId()).forEach(inputs::set);
        members.inputsOf(workflow.workflowId())
                .ifPresent(values ->
                        values.forEach((name, value) -> inputs.set(String.valueOf(name), JSON.valueToTree(value))));
        return inputs;
    }
}
