package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Workflow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs that a workflow declares, as far as a look at its schema shows: properties of the schema and of those that
 * it refers to or combines with {@code allOf}.
 */
public final class InputSchema {

    private static final Set<String> OPEN =
            Set.of("anyOf", "oneOf", "if", "patternProperties", "$dynamicRef", "dependentSchemas");

    private final LocatedNode document;
    private final Map<String, LocatedNode> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();
    private boolean conclusive = true;

    private InputSchema(LocatedNode document) {
        this.document = document;
    }

    /**
     * Reads the schema of a workflow.
     *
     * @param document the root of the document of the workflow
     */
    public static InputSchema of(LocatedNode document, Workflow workflow) {
        InputSchema schema = new InputSchema(document);
        workflow.inputs().ifPresent(schema::add);
        return schema;
    }

    public Set<String> names() {
        return properties.keySet();
    }

    /** The schema of one input, possibly a reference. */
    public Optional<LocatedNode> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    public Set<String> required() {
        return required;
    }

    /** Whether the schema lists properties and gives no sign that there may be others. */
    public boolean listsAll() {
        return conclusive && !properties.isEmpty();
    }

    /** Whether the schema gives a sign that there may be others than the properties that it lists. */
    boolean isOpen() {
        return !conclusive;
    }

    /** Inputs that have to be given: required and without a default. */
    List<String> needed() {
        return required.stream()
                .filter(name -> Optional.ofNullable(properties.get(name))
                        .flatMap(property -> property.member("default"))
                        .isEmpty())
                .toList();
    }

    private void add(LocatedNode schema) {
        if (!visited.add(schema.pointer())) {
            return;
        }
        schema.member("properties").ifPresent(all -> all.members().forEach(properties::putIfAbsent));
        schema.member("required").ifPresent(names -> names.items().forEach(name -> required.add(name.text())));
        schema.member("allOf").ifPresent(all -> all.items().forEach(this::add));
        schema.member("additionalProperties")
                .filter(more -> !more.value().isBoolean() || more.value().booleanValue())
                .ifPresent(more -> conclusive = false);
        conclusive &= OPEN.stream().noneMatch(field -> schema.member(field).isPresent());
        schema.member("$ref").ifPresent(this::addReferenced);
    }

    private void addReferenced(LocatedNode reference) {
        Optional<LocatedNode> target =
                reference.text().startsWith("#/") ? document.at(reference.text().substring(1)) : Optional.empty();
        conclusive &= target.isPresent();
        target.ifPresent(this::add);
    }
}
