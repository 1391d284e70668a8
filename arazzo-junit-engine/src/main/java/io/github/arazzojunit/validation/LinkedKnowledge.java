package io.github.arazzojunit.validation;

import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.Source;
import io.github.arazzojunit.source.WorkflowReferences;
import java.util.Optional;

/** What the sources tell in addition; a source is loaded when it is asked for. */
record LinkedKnowledge(LinkedDocument document) implements Knowledge {

    @Override
    public Optional<KnownWorkflow> workflow(String reference) {
        Resolution<WorkflowReferences.Target> resolution = WorkflowReferences.resolve(
                document, reference, document.document().source());
        if (resolution instanceof Resolution.Found<WorkflowReferences.Target> found) {
            LinkedDocument owner = found.target().document();
            return Optional.of(
                    new KnownWorkflow(owner.document(), found.target().workflow(), new LinkedKnowledge(owner)));
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> sourceType(String name) {
        Optional<Source> source = document.source(name);
        if (source.isEmpty() || source.get() instanceof Source.Unusable) {
            return new DocumentKnowledge(document.document()).sourceType(name);
        }
        return source.map(loaded ->
                loaded instanceof Source.OpenApi ? "openapi" : loaded instanceof Source.Arazzo ? "arazzo" : "asyncapi");
    }
}
