package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Finding.Severity;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;

/** What the readers of one document share: its version and the findings so far. Confined to the reading thread. */
final class Reading {

    private final String version;
    private final List<Finding> findings = new ArrayList<>();

    Reading(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }

    /** Whether the feature set of 1.0 applies (DOC-14). */
    boolean isVersion10() {
        return version.startsWith("1.0.");
    }

    /** Adds a finding; the message of an error is completed by what it means for the run. */
    void report(ReaderRule rule, LocatedNode concerned, String message, String remedy) {
        String complete =
                rule.severity() == Severity.ERROR ? message + " " + consequence(concerned.pointer()) : message;
        findings.add(rule.at(concerned, complete, remedy));
    }

    /** Warns of something that came with 1.1 when this is a 1.0 document (AMB-01). */
    void requireVersion11(LocatedNode concerned, String what) {
        if (isVersion10()) {
            report(
                    ReaderRule.NEWER_FEATURE,
                    concerned,
                    what + " came with Arazzo 1.1, and this document says " + version + "; it is used all the same.",
                    "Write 'arazzo: 1.1.0' at the top of the document.");
        }
    }

    /** How many errors there are so far. */
    long errors() {
        return findings.stream().filter(Finding::isError).count();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String consequence(String pointer) {
        if (pointer.startsWith("/workflows/")) {
            return "The workflow cannot run.";
        }
        return pointer.startsWith("/components/") ? "What refers to it cannot run." : "The document cannot run.";
    }
}
