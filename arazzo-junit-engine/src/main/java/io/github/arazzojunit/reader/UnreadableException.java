package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A text is neither YAML nor JSON that can be read; the findings, at least one, say where and why. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    UnreadableException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    UnreadableException(Finding finding) {
        this(List.of(finding));
    }

    /** What is wrong with the text, in its order; all of them errors. */
    public List<Finding> findings() {
        return findings;
    }
}
