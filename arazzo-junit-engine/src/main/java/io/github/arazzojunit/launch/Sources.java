package io.github.arazzojunit.launch;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.util.List;

/** What documents refer to, and whether their workflows may run with it. Thread-safe. */
record Sources(SourceLibrary library, WorkflowChecks checks) {

    LinkedDocument know(ArazzoDocument document, List<Finding> findings) {
        return library.link(document, findings);
    }
}
