package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.Components.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the Components Object (CMP-01, CMP-02, CMP-05). */
final class ComponentsReader {

    private final Reading reading;

    ComponentsReader(Reading reading) {
        this.reading = reading;
    }

    /** Readers of lists that can resolve references to these components. */
    ListReaders read(Fields document) {
        Optional<Fields> components =
                document.present("components").flatMap(node -> Fields.of(node, ObjectKind.COMPONENTS, reading));
        components.ifPresent(this::checkInputs);
        ParameterReader parameters = new ParameterReader(reading);
        ParameterLists parameterLists =
                new ParameterLists(reading, parameters, read(components, ComponentType.PARAMETERS, parameters::read));
        ActionReader success = new ActionReader(reading, ObjectKind.SUCCESS_ACTION, parameterLists);
        ActionReader failure = new ActionReader(reading, ObjectKind.FAILURE_ACTION, parameterLists);
        return new ListReaders(
                parameterLists,
                new ActionLists(reading, success, read(components, ComponentType.SUCCESS_ACTIONS, success::read)),
                new ActionLists(reading, failure, read(components, ComponentType.FAILURE_ACTIONS, failure::read)));
    }

    private void checkInputs(Fields components) {
        components.entries("inputs").forEach((key, schema) -> {
            checkKey(key, schema);
            InputsReader.check(reading, schema, "The component '" + key + "'");
        });
    }

    private <T> Components<T> read(
            Optional<Fields> components, ComponentType type, Function<LocatedNode, Optional<T>> reader) {
        Map<String, Component<T>> entries = new LinkedHashMap<>();
        components.map(fields -> fields.entries(type.field())).orElse(Map.of()).forEach((key, node) -> {
            checkKey(key, node);
            entries.put(key, new Component<>(node, content(node, reader)));
        });
        return new Components<>(type, entries);
    }

    /** The component, unless anything in it is wrong: a place that refers to it must not run with half of it. */
    private <T> Optional<T> content(LocatedNode node, Function<LocatedNode, Optional<T>> reader) {
        long errorsBefore = reading.errors();
        Optional<T> content = isReference(node) ? Optional.empty() : reader.apply(node);
        return content.filter(read -> reading.errors() == errorsBefore);
    }

    private void checkKey(String key, LocatedNode node) {
        Names.check(reading, ReaderRule.COMPONENT_KEY_FORMAT, Names.KEY, key, node, "The component key");
    }

    private boolean isReference(LocatedNode node) {
        boolean reference = ReusableObjects.isReference(node);
        if (reference) {
            reading.report(
                    ReaderRule.REFERENCE_IN_COMPONENT,
                    node,
                    "A component has to be the object itself, but this one is a reference.",
                    "Write the object in full, and refer to it where it is used.");
        }
        return reference;
    }
}
