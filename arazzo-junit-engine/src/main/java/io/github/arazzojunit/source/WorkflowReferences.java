package io.github.arazzojunit.source;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the workflow that a step, an action or {@code dependsOn} names (STP-40, STP-41, WF-20, ACT-06). */
public final class WorkflowReferences {

    private static final String PREFIX = "$sourceDescriptions.";
    private static final String FIELD = "workflows.";
    private static final Pattern QUALIFIED = Pattern.compile("\\$sourceDescriptions\\.([^.]+)\\.(.+)");

    private WorkflowReferences() {}

    /** A workflow and the document that it belongs to. */
    public record Target(LinkedDocument document, Workflow workflow) {}

    /**
     * Resolves a reference.
     *
     * @param place the element that holds the reference, for findings
     */
    public static Resolution<Target> resolve(LinkedDocument document, String reference, LocatedNode place) {
        if (!reference.startsWith(PREFIX)) {
            return find(document, reference, place);
        }
        Matcher qualified = QUALIFIED.matcher(reference);
        if (!qualified.matches()) {
            return notFound(place, reference, "it has not the form '$sourceDescriptions.<name>.<workflowId>'.", "");
        }
        return document.requireSource(qualified.group(1), place)
                .then(source -> source.asArazzo(place))
                .then(arazzo -> inSource(arazzo, qualified.group(2), place));
    }

    /** {@code workflows.<id>}, which names the field of the document as well, has no other reading. */
    private static Resolution<Target> inSource(Source.Arazzo source, String reference, LocatedNode place) {
        String workflowId = reference.startsWith(FIELD) ? reference.substring(FIELD.length()) : reference;
        Optional<Workflow> written = source.document().document().workflow(reference);
        Optional<Workflow> read = source.document().document().workflow(workflowId);
        if (written.isPresent() || read.isEmpty()) {
            return find(source.document(), reference, place);
        }
        return new Resolution.Found<>(
                new Target(source.document(), read.get()),
                List.of(Finding.warning(
                        "workflow-reference-spelling",
                        place,
                        "'" + place.text() + "' is read as the workflow '" + workflowId + "' of source '"
                                + source.name() + "'.",
                        "Write '" + PREFIX + source.name() + "." + workflowId + "'.")));
    }

    private static Resolution<Target> find(LinkedDocument document, String workflowId, LocatedNode place) {
        Optional<Workflow> workflow = document.document().workflow(workflowId);
        if (workflow.isPresent()) {
            return new Resolution.Found<>(new Target(document, workflow.get()), List.of());
        }
        List<String> known = document.document().workflows().stream()
                .map(Workflow::workflowId)
                .toList();
        String file = place.uri().equals(document.document().uri())
                ? "this document"
                : document.document()
                        .source()
                        .member("workflows")
                        .orElse(document.document().source())
                        .position()
                        .toString();
        return notFound(place, workflowId, file + " has no workflow with this id.", Nearest.hint(workflowId, known));
    }

    private static Resolution<Target> notFound(LocatedNode place, String reference, String why, String remedy) {
        return Resolution.notFound(
                "unknown-workflow", place, "Workflow '" + reference + "' cannot be found: " + why, remedy);
    }
}
