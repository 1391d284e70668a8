package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Workflow;
import java.util.Optional;

/** What is known about the things that a document refers to: from the document alone, or from its loaded sources. */
interface Knowledge {

    /** The workflow that a reference means, a bare id or a qualified one; empty when it is not known. */
    Optional<KnownWorkflow> workflow(String reference);

    /** {@code openapi}, {@code asyncapi} or {@code arazzo}; empty when it is not known or there is no such source. */
    Optional<String> sourceType(String name);

    /**
     * A workflow in its document.
     *
     * @param knowledge what that document knows
     */
    record KnownWorkflow(ArazzoDocument document, Workflow workflow, Knowledge knowledge) {

        /** Equal for the same workflow of the same file only. */
        String identity() {
            return document.uri() + "#" + workflow.source().pointer();
        }
    }
}
