package io.github.arazzojunit.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One Arazzo file. Reusable Objects are already replaced by what they refer to.
 *
 * @param uri where the document was read from
 * @param version value of the field {@code arazzo}, for example {@code 1.0.1}
 * @param self the {@code $self} field as written
 * @param title {@code info.title}
 * @param source the text of the whole document
 */
public record ArazzoDocument(
        URI uri,
        String version,
        Optional<String> self,
        String title,
        List<SourceDescription> sourceDescriptions,
        List<Workflow> workflows,
        LocatedNode source) {

    public ArazzoDocument {
        sourceDescriptions = List.copyOf(sourceDescriptions);
        workflows = List.copyOf(workflows);
    }

    /** Whether the feature set of 1.0 applies; the patch number is ignored (DOC-14, DOC-15). */
    public boolean isVersion10() {
        return version.startsWith("1.0.");
    }

    public Optional<Workflow> workflow(String workflowId) {
        return workflows.stream()
                .filter(workflow -> workflow.workflowId().equals(workflowId))
                .findFirst();
    }

    public Optional<SourceDescription> sourceDescription(String name) {
        return sourceDescriptions.stream()
                .filter(description -> description.name().equals(name))
                .findFirst();
    }
}
