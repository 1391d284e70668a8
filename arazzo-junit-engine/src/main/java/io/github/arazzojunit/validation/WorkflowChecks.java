package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides whether workflows may run, each once however often it is run, unless a source could not be had. Thread-safe.
 */
public final class WorkflowChecks {

    private static final String SOURCE_NOT_USABLE = "source-not-usable";

    /** Without its source a step fails when it is reached, and only then (STP-10, AMB-05, ASY-16). */
    private static final Set<String> LEFT_TO_THE_RUN =
            Set.of(SOURCE_NOT_USABLE, "unsupported-description", "asyncapi-not-executed");

    private final boolean strict;
    private final Map<Key, Result> results = new ConcurrentHashMap<>();

    private record Key(URI document, String pointer) {}

    /**
     * What is to be known before a workflow runs.
     *
     * @param errors keep it from running
     * @param warnings what only its sources show, for the report; what the document itself shows is not repeated
     */
    public record Result(List<Finding> errors, List<Finding> warnings) {

        public Result {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /** @param strict whether every warning about conformance is an error */
    public WorkflowChecks(boolean strict) {
        this.strict = strict;
    }

    /** Checks a workflow of any document; loads the sources that it needs. */
    public Result check(LinkedDocument document, Workflow workflow) {
        Key key = new Key(document.document().uri(), workflow.source().pointer());
        Result known = results.get(key);
        if (known == null) {
            known = examine(document, workflow);
            if (known.warnings().stream().noneMatch(finding -> finding.rule().equals(SOURCE_NOT_USABLE))) {
                results.put(key, known);
            }
        }
        return known;
    }

    private Result examine(LinkedDocument document, Workflow workflow) {
        List<Finding> errors = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        judged(document.findings()).stream()
                .filter(Finding::isError)
                .filter(finding -> concerns(finding, document, workflow))
                .forEach(errors::add);
        for (Finding finding : judged(DocumentValidator.validate(document, workflow))) {
            if (finding.severity() == Finding.Severity.WARNING || LEFT_TO_THE_RUN.contains(finding.rule())) {
                warnings.add(finding);
            } else if (finding.isError()) {
                errors.add(finding);
            }
        }
        return new Result(errors, warnings);
    }

    private List<Finding> judged(List<Finding> findings) {
        return strict ? Strictness.strict(findings) : findings;
    }

    /** What is wrong outside of the workflows concerns all of them; what refers to a broken component says so itself. */
    private boolean concerns(Finding finding, LinkedDocument document, Workflow workflow) {
        String pointer = finding.pointer() + "/";
        boolean elsewhere = pointer.startsWith("/workflows/")
                || !strict && pointer.startsWith("/components/")
                || !finding.position().uri().equals(document.document().uri());
        return pointer.startsWith(workflow.source().pointer() + "/") || !elsewhere;
    }
}
