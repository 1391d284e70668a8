package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.Components.Component;
import java.util.Optional;

/** Resolves Reusable Objects against the components of the same document (CMP-06 to CMP-11). */
final class ReusableObjects<T> {

    private static final String PREFIX = "$components.";

    private final Reading reading;
    private final Components<T> components;

    ReusableObjects(Reading reading, Components<T> components) {
        this.reading = reading;
        this.components = components;
    }

    static boolean isReference(LocatedNode node) {
        return node.member("reference").isPresent();
    }

    /** What the Reusable Object refers to; empty, with a finding, when that is nothing usable. */
    Optional<T> resolve(Fields reusable) {
        Optional<String> reference = reusable.requiredName("reference");
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        LocatedNode node = reusable.at("reference");
        String text = reference.get();
        int dot = text.indexOf('.', PREFIX.length());
        if (!text.startsWith(PREFIX) || dot < 0 || dot == text.length() - 1) {
            return invalid(node, text);
        }
        Optional<ComponentType> type = ComponentType.of(text.substring(PREFIX.length(), dot));
        if (type.isEmpty()) {
            return invalid(node, text);
        }
        String key = text.substring(dot + 1);
        return type.get() == components.type() ? resolve(node, key) : wrongType(node, text);
    }

    private Optional<T> resolve(LocatedNode node, String key) {
        Component<T> component = components.entries().get(key);
        if (component == null) {
            reading.report(
                    ReaderRule.UNKNOWN_COMPONENT,
                    node,
                    "There is no component '" + JsonType.abridged(key) + "' in 'components."
                            + components.type().field() + "'.",
                    Nearest.hint(key, components.entries().keySet()));
            return Optional.empty();
        }
        if (component.content().isEmpty()) {
            reading.report(
                    ReaderRule.BROKEN_COMPONENT,
                    node,
                    "The component '" + key + "' (" + component.node().position() + ") has errors of its own.",
                    "Correct the component.");
        }
        return component.content();
    }

    private Optional<T> invalid(LocatedNode node, String text) {
        String field = components.type().field();
        reading.report(
                ReaderRule.INVALID_REFERENCE,
                node,
                "The reference '" + JsonType.abridged(text) + "' does not have the form '" + PREFIX + field
                        + ".<key>'.",
                Nearest.to(
                                text.substring(text.lastIndexOf('/') + 1),
                                components.entries().keySet())
                        .map(key -> "Write '" + PREFIX + field + "." + key + "'.")
                        .orElse("Write '" + PREFIX + field + ".' and the key of the component."));
        return Optional.empty();
    }

    private Optional<T> wrongType(LocatedNode node, String text) {
        reading.report(
                ReaderRule.WRONG_COMPONENT_TYPE,
                node,
                "The reference '" + JsonType.abridged(text) + "' stands where only components of the type '"
                        + components.type().field() + "' can be used.",
                "Refer to '" + PREFIX + components.type().field() + ".<key>'.");
        return Optional.empty();
    }
}
