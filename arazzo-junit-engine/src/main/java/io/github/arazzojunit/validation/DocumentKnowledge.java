package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.SourceDescription;
import java.util.Optional;

/** What the document alone tells: its own workflows, and the types that it declares. */
record DocumentKnowledge(ArazzoDocument document) implements Knowledge {

    @Override
    public Optional<KnownWorkflow> workflow(String reference) {
        return document.workflow(reference).map(workflow -> new KnownWorkflow(document, workflow, this));
    }

    @Override
    public Optional<String> sourceType(String name) {
        return document.sourceDescription(name).flatMap(SourceDescription::type);
    }
}
