package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is broken while one operation is read. Confined to the reading thread. */
final class FindingCollector {

    private final ApiDescription description;
    private final List<Finding> findings = new ArrayList<>();

    FindingCollector(ApiDescription description) {
        this.description = description;
    }

    /** The object that this node is or refers to; anything else becomes a finding. */
    Optional<LocatedNode> object(LocatedNode node, String what) {
        Resolved resolved = description.dereference(node);
        resolved.finding().ifPresent(findings::add);
        resolved.node().filter(found -> !found.isObject()).ifPresent(found -> wrong(found, what, "an object"));
        return resolved.node().filter(LocatedNode::isObject);
    }

    void wrong(LocatedNode node, String what, String expected) {
        findings.add(Finding.warning(
                "malformed-description",
                node,
                "%s must be %s, it is %s; the run ignores it.".formatted(what, expected, abridged(node)),
                "Mend the OpenAPI description."));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String abridged(LocatedNode node) {
        String text = node.value().toString();
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
