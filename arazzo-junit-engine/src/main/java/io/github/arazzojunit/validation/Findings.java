package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Finding.Severity;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings of one workflow. Each one stands inside of the workflow, so that it concerns this workflow only: what is
 * wrong in a component is reported where the workflow refers to it. Only what is wrong with a source stands at its entry
 * in the list of sources. Confined to one thread.
 */
final class Findings {

    private final LocatedNode workflow;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Findings(LocatedNode workflow) {
        this.workflow = workflow;
    }

    void report(ValidationRule rule, Spot spot, String message, String remedy) {
        report(rule.id(), rule.severity(), spot, message, remedy);
    }

    /** Reports what another package found about a text that stands here. */
    void report(String rule, Severity severity, Spot spot, String message, String remedy) {
        LocatedNode place = place(spot);
        String origin = place == spot.node() ? "" : "In " + spot.node().position() + ": ";
        String consequence = severity == Severity.ERROR ? " The workflow cannot run." : "";
        add(new Finding(rule, severity, place.position(), place.pointer(), origin + message + consequence, remedy));
    }

    /** Takes over a finding; one that stands elsewhere is moved to the element of the workflow that it concerns. */
    void adopt(Finding finding, Spot element) {
        if (finding.position().uri().equals(workflow.uri()) && belongsHere(finding.pointer())) {
            add(finding);
            return;
        }
        LocatedNode place = place(element);
        add(new Finding(
                finding.rule(),
                finding.severity(),
                place.position(),
                place.pointer(),
                finding.message(),
                finding.remedy()));
    }

    /** In the order of the text. */
    List<Finding> list() {
        return findings.stream()
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.position().line())
                        .thenComparingInt(finding -> finding.position().column()))
                .toList();
    }

    private void add(Finding finding) {
        if (known.add(finding.rule() + " " + finding.pointer() + " " + finding.message())) {
            findings.add(finding);
        }
    }

    private LocatedNode place(Spot spot) {
        LocatedNode node = spot.node();
        return node.uri().equals(workflow.uri()) && belongsHere(node.pointer()) ? node : spot.user();
    }

    private boolean belongsHere(String pointer) {
        return (pointer + "/").startsWith(workflow.pointer() + "/") || pointer.startsWith("/sourceDescriptions/");
    }
}
