package io.github.arazzojunit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Documents as people really write them. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class PublicDocumentsTest {

    @Test
    void every_finding_of_a_public_document_stands_inside_of_a_workflow_or_at_a_source(TestReporter reporter) {
        Map<String, Integer> ofDocuments = new TreeMap<>();
        Map<String, Integer> ofSources = new TreeMap<>();
        List<Finding> outside = new ArrayList<>();
        for (LocatedNode root : PublicDocuments.corpus()) {
            ArazzoDocument document = DocumentReader.read(root).document().orElseThrow();
            List<Finding> findings = DocumentValidator.validate(document);
            count(findings, ofDocuments);
            LinkedDocument linked =
                    new SourceLibrary(PublicDocuments.loader(), Map.of(), ReadLimits.DEFAULT).link(document, findings);
            for (Workflow workflow : document.workflows()) {
                List<Finding> more = DocumentValidator.validate(linked, workflow);
                count(more, ofSources);
                more.stream()
                        .filter(finding -> !isInside(finding, workflow) && !isAtSource(finding, document))
                        .forEach(outside::add);
            }
            findings.stream()
                    .filter(finding -> document.workflows().stream().noneMatch(workflow -> isInside(finding, workflow)))
                    .forEach(outside::add);
        }
        reporter.publishEntry(Map.of("documents", ofDocuments.toString(), "sources", ofSources.toString()));

        assertThat(ofDocuments).isNotEmpty();
        assertThat(outside).isEmpty();
    }

    private static void count(List<Finding> findings, Map<String, Integer> rules) {
        findings.forEach(finding -> rules.merge(finding.severity() + " " + finding.rule(), 1, Integer::sum));
    }

    private static boolean isAtSource(Finding finding, ArazzoDocument document) {
        return finding.pointer().startsWith("/sourceDescriptions/")
                && finding.position().uri().equals(document.uri());
    }

    private static boolean isInside(Finding finding, Workflow workflow) {
        return (finding.pointer() + "/").startsWith(workflow.source().pointer() + "/")
                && finding.position().uri().equals(workflow.source().uri());
    }
}
