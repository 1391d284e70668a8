package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.document.DocumentParser;
import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.junit.descriptor.DocumentSource;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.DocumentSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.PositionSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.WorkflowSelector;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes the nodes of documents. */
final class DocumentResolver implements SelectorResolver {

    private final DocumentParser parser;
    private final ArazzoConfiguration configuration;
    private final DiscoveryIssueReporter issueReporter;

    DocumentResolver(DocumentParser parser, ArazzoConfiguration configuration, DiscoveryIssueReporter issueReporter) {
        this.parser = parser;
        this.configuration = configuration;
        this.issueReporter = issueReporter;
    }

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        if (selector instanceof DocumentSelector document) {
            return isFiltered(document) ? Resolution.unresolved() : resolve(document, context);
        }
        if (selector instanceof PositionSelector position) {
            return isFiltered(position.document()) ? Resolution.unresolved() : resolve(position);
        }
        return Resolution.unresolved();
    }

    private boolean isFiltered(DocumentSelector selector) {
        return configuration
                .documentFilter()
                .filter(filter -> !filter.matcher(selector.file().path()).find())
                .isPresent();
    }

    private Resolution resolve(DocumentSelector selector, Context context) {
        ParsedDocument parsed = parser.parse(selector.file());
        String path = selector.file().path();
        if (parsed.cannotRun()) {
            return addToParent(
                            selector.owner(),
                            context,
                            parent -> FailureDescriptor.ofDocument(parent.getUniqueId(), path, parsed.errors()))
                    .map(failure -> Resolution.match(Match.exact(failure)))
                    .orElseGet(Resolution::unresolved);
        }
        return addToParent(
                        selector.owner(),
                        context,
                        parent -> new DocumentDescriptor(
                                parent.getUniqueId(),
                                path,
                                parsed.document().orElseThrow(),
                                parsed.findings(),
                                parsed.inputs()))
                .map(document -> Resolution.match(Match.exact(document, () -> contentOf(selector, parsed))))
                .orElseGet(Resolution::unresolved);
    }

    static <T extends TestDescriptor> Optional<T> addToParent(
            Optional<Class<?>> owner, SelectorResolver.Context context, Function<TestDescriptor, T> child) {
        return owner.isPresent()
                ? context.addToParent(
                        () -> DiscoverySelectors.selectClass(owner.get()), parent -> Optional.of(child.apply(parent)))
                : context.addToParent(parent -> Optional.of(child.apply(parent)));
    }

    private static Set<DiscoverySelector> contentOf(DocumentSelector selector, ParsedDocument parsed) {
        Set<DiscoverySelector> content = new LinkedHashSet<>();
        parsed.document()
                .orElseThrow()
                .workflows()
                .forEach(workflow -> content.add(new WorkflowSelector(selector, workflow.workflowId())));
        return content;
    }

    private Resolution resolve(PositionSelector selector) {
        DocumentSelector document = selector.document();
        ParsedDocument parsed = parser.parse(document.file());
        if (parsed.cannotRun()) {
            return Resolution.selectors(Set.of(document));
        }
        Set<DiscoverySelector> elements = new InnermostElement(document, parsed).at(selector.line(), selector.column());
        if (elements.isEmpty()) {
            reportNoElement(selector, parsed);
            return Resolution.selectors(Set.of(document));
        }
        return Resolution.selectors(elements);
    }

    private void reportNoElement(PositionSelector selector, ParsedDocument parsed) {
        issueReporter.reportIssue(DiscoveryIssue.builder(
                        DiscoveryIssue.Severity.WARNING,
                        "There is no workflow or step at line " + selector.line() + " of "
                                + parsed.file().path()
                                + ". The whole document is selected instead. Select the line of a step or workflow.")
                .source(DocumentSource.of(parsed.file().uri()).document()));
    }
}
