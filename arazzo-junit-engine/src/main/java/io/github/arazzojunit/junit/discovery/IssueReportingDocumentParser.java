package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.DocumentParser;
import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.junit.descriptor.DocumentSource;
import io.github.arazzojunit.junit.descriptor.Tags;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** Reports what does not keep a document from running as issues of the discovery; never as errors, which stop a run. */
final class IssueReportingDocumentParser implements DocumentParser {

    private final DocumentParser parser;
    private final DiscoveryIssueReporter reporter;

    IssueReportingDocumentParser(DocumentParser parser, DiscoveryIssueReporter reporter) {
        this.parser = parser;
        this.reporter = reporter;
    }

    @Override
    public ParsedDocument parse(DocumentFile file) {
        ParsedDocument parsed = parser.parse(file);
        parsed.remarks().forEach(this::report);
        if (!parsed.cannotRun()) {
            parsed.document().ifPresent(this::reportInvalidTags);
        }
        return parsed;
    }

    private void report(Finding finding) {
        Severity severity = finding.severity() == Finding.Severity.HINT ? Severity.INFO : Severity.WARNING;
        reporter.reportIssue(DiscoveryIssue.builder(severity, finding.toString())
                .source(DocumentSource.of(finding.position().uri()).at(finding.position())));
    }

    private void reportInvalidTags(ArazzoDocument document) {
        Stream<LocatedNode> workflows = document.workflows().stream().map(Workflow::source);
        Stream<LocatedNode> steps = document.workflows().stream()
                .flatMap(workflow -> workflow.steps().stream())
                .map(Step::source);
        Stream.of(Stream.of(document.source()), document.source().member("info").stream(), workflows, steps)
                .flatMap(elements -> elements)
                .flatMap(element -> Tags.invalidOf(element).stream())
                .map(IssueReportingDocumentParser::invalidTag)
                .forEach(this::report);
    }

    private static Finding invalidTag(LocatedNode tag) {
        return Finding.warning(
                "invalid-tag",
                tag,
                "The entry " + tag.value() + " of '" + Tags.FIELD + "' is no tag and is ignored.",
                "Write a string without white space, commas, parentheses, '&', '|' and '!'.");
    }
}
