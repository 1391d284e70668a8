package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.config.ArazzoConfiguration.Order;
import io.github.arazzojunit.config.ArazzoConfiguration.Validation;
import io.github.arazzojunit.document.CachingDocumentParser;
import io.github.arazzojunit.document.ClassPath;
import io.github.arazzojunit.document.DefaultDocumentParser;
import io.github.arazzojunit.document.DocumentParser;
import io.github.arazzojunit.document.DocumentPaths;
import io.github.arazzojunit.junit.descriptor.ArazzoEngineDescriptor;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.launch.UndeclaredInputs;
import io.github.arazzojunit.launch.UnusedProfile;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.reader.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Resolves one discovery request; its resolvers share what was found and read, and nothing outlives the request. */
public final class DiscoverySelectorResolver {

    private final ArazzoEngineDescriptor engine;
    private final ArazzoConfiguration configuration;
    private final DiscoveryIssueReporter issueReporter;

    /** @param engine receives the tree */
    public DiscoverySelectorResolver(ArazzoEngineDescriptor engine, DiscoveryIssueReporter issueReporter) {
        this.engine = engine;
        this.configuration = engine.configuration();
        this.issueReporter = issueReporter;
    }

    /** Adds all nodes that the request selects. Nothing of the configuration matters to a request without any. */
    public void resolve(EngineDiscoveryRequest request) {
        long seed = configuration.orderSeed().orElseGet(System::nanoTime);
        CachingDocumentParser parser = parser();
        MissedDocuments missed = resolve(request, seed, parser);
        if (configuration.documentFilter().isEmpty()) {
            missed.warning(parser).ifPresent(message -> report(Severity.WARNING, message));
        }
        if (engine.getChildren().isEmpty()) {
            return;
        }
        configuration.unknownKeys().forEach(message -> report(Severity.WARNING, message));
        List<ArazzoDocument> documents = documents();
        undeclaredInputs(documents).warnings(configuration).forEach(message -> report(Severity.WARNING, message));
        UnusedProfile.warning(configuration, documents).ifPresent(message -> report(Severity.WARNING, message));
        if (!configuration.problems().isEmpty()) {
            failOnConfiguration();
            return;
        }
        judgeClasses();
        if (configuration.order() == Order.RANDOM) {
            report(
                    Severity.INFO,
                    "Documents and workflows run in random order. To repeat this order, set '"
                            + Constants.EXECUTION_ORDER_RANDOM_SEED_PROPERTY_NAME + "' to " + seed + ".");
        }
    }

    private List<ArazzoDocument> documents() {
        return engine.getDescendants().stream()
                .filter(DocumentDescriptor.class::isInstance)
                .map(node -> ((DocumentDescriptor) node).document())
                .toList();
    }

    private UndeclaredInputs undeclaredInputs(List<ArazzoDocument> documents) {
        boolean whole = !engine.isPartial()
                && configuration.documentFilter().isEmpty()
                && documents.stream()
                        .flatMap(document -> document.sourceDescriptions().stream())
                        .noneMatch(
                                source -> source.type().filter("arazzo"::equals).isPresent());
        return new UndeclaredInputs(documents, whole);
    }

    private MissedDocuments resolve(EngineDiscoveryRequest request, long seed, DocumentParser parser) {
        ClassPath classPath = ClassPath.current();
        DocumentPaths paths = new DocumentPaths(classPath);
        DocumentFinder finder = new DocumentFinder(paths);
        DocumentLocations locations = new DocumentLocations(classPath, paths, finder);
        MissedDocuments missed = new MissedDocuments(locations);
        ClassDocuments documents = new ClassDocuments(locations, configuration, missed);
        boolean insideOfSuite = engine.getUniqueId().getSegments().size() > 1;
        EmptyDirectories emptyDirectories = new EmptyDirectories(request, insideOfSuite, issueReporter);
        StepNames stepNames = new StepNames(documents, parser, insideOfSuite);
        EngineDiscoveryRequestResolver.<ArazzoEngineDescriptor>builder()
                .addSelectorResolver(context ->
                        new ContainerResolver(finder, locations, documents, missed, emptyDirectories, context))
                .addSelectorResolver(new FileResolver(paths, locations))
                .addSelectorResolver(context -> new ClassResolver(documents, context.getClassNameFilter()))
                .addSelectorResolver(context ->
                        new UniqueIdResolver(engine.getUniqueId(), paths, new Failures(configuration, documents)))
                .addSelectorResolver(new DocumentResolver(parser, configuration, issueReporter))
                .addSelectorResolver(new WorkflowResolver(parser, configuration, stepNames))
                .addSelectorResolver(new StepResolver())
                .addSelectorResolver(new FailureResolver())
                .addTestDescriptorVisitor(context -> TestDescriptor::prune)
                .addTestDescriptorVisitor(context -> new Ordering(configuration, seed))
                .build()
                .resolve(request, engine, issueReporter);
        return missed;
    }

    private CachingDocumentParser parser() {
        ReadLimits limits = new ReadLimits(
                configuration.maxDocumentSize(), ReadLimits.DEFAULT.maxDepth(), ReadLimits.DEFAULT.maxAliasNodes());
        boolean strict = configuration.validation() == Validation.STRICT;
        DocumentParser parser = new IssueReportingDocumentParser(
                new DefaultDocumentParser(limits, strict, configuration.profile()), issueReporter);
        return new CachingDocumentParser(configuration.takesBranches() ? new BranchingDocumentParser(parser) : parser);
    }

    /** Each class keeps its node, because build tools tell tests by their class. */
    private void failOnConfiguration() {
        List<TestDescriptor> children = new ArrayList<>(engine.getChildren());
        for (TestDescriptor child : children) {
            if (child instanceof ClassDescriptor) {
                replaceChildren(child, Failures.ofConfiguration(child.getUniqueId(), configuration));
            } else {
                engine.removeChild(child);
            }
        }
        if (children.stream().anyMatch(child -> !(child instanceof ClassDescriptor))) {
            engine.addChild(Failures.ofConfiguration(engine.getUniqueId(), configuration));
        }
    }

    /** Whatever of a class was selected, its workflows cannot run as they are meant with methods that cannot be called. */
    private void judgeClasses() {
        for (TestDescriptor child : engine.getChildren()) {
            if (child instanceof ClassDescriptor owner) {
                JupiterAnnotations.warnings(owner.testClass()).forEach(issueReporter::reportIssue);
                Failures.ofMethods(owner.getUniqueId(), owner.testClass())
                        .ifPresent(failure -> replaceChildren(owner, failure));
            }
        }
    }

    private static void replaceChildren(TestDescriptor parent, TestDescriptor only) {
        new ArrayList<TestDescriptor>(parent.getChildren()).forEach(parent::removeChild);
        parent.addChild(only);
    }

    private void report(Severity severity, String message) {
        issueReporter.reportIssue(DiscoveryIssue.create(severity, message));
    }
}
