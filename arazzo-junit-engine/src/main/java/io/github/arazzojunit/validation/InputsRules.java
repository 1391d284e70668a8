package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.Nearest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** References inside the schemas of inputs that lead nowhere (WF-13, URI-15, CMP-13). */
final class InputsRules {

    private final Inspection inspection;
    private final LocatedNode document;
    private final Set<String> visited = new HashSet<>();

    private InputsRules(Inspection inspection) {
        this.inspection = inspection;
        this.document = inspection.document().source();
    }

    static void check(Inspection inspection) {
        inspection.workflow().inputs().ifPresent(inputs -> {
            InputsRules rules = new InputsRules(inspection);
            boolean ownBase = inputs.value().findValue("$id") != null;
            if (!ownBase) {
                rules.schema(inputs, inputs);
            }
        });
    }

    private void schema(LocatedNode node, LocatedNode user) {
        if (!visited.add(node.pointer())) {
            return;
        }
        node.member("$ref").filter(LocatedNode::isText).ifPresent(reference -> reference(reference, user));
        Stream.of(
                        node.members().entrySet().stream()
                                .filter(member -> !Set.of("const", "enum", "default", "example", "examples")
                                        .contains(member.getKey()))
                                .map(member -> member.getValue()),
                        node.items().stream())
                .flatMap(children -> children)
                .forEach(child -> schema(child, user));
    }

    private void reference(LocatedNode reference, LocatedNode user) {
        String text = reference.text();
        if (text.startsWith("$components.inputs.") || text.startsWith("#/") && isDangling(text)) {
            Collection<String> keys = document.at("/components/inputs")
                    .map(inputs -> inputs.members().keySet())
                    .orElse(Set.of());
            String key = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('.')) + 1);
            inspection.report(
                    ValidationRule.DANGLING_SCHEMA_REFERENCE,
                    new Spot(reference, user),
                    "The schema of the inputs refers to '" + text + "', where this document has nothing.",
                    keys.contains(key)
                            ? "Write '#/components/inputs/" + key + "'."
                            : Nearest.hint(key, List.copyOf(keys)));
        } else if (text.startsWith("#/")) {
            document.at(text.substring(1)).ifPresent(target -> schema(target, user));
        }
    }

    private boolean isDangling(String text) {
        return !text.contains("%") && document.at(text.substring(1)).isEmpty();
    }
}
