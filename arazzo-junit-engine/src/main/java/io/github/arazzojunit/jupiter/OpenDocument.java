package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.config.ArazzoConfiguration.Validation;
import io.github.arazzojunit.document.ClassPath;
import io.github.arazzojunit.document.DefaultDocumentParser;
import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.DocumentPaths;
import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.launch.Launch;
import io.github.arazzojunit.launch.UndeclaredInputs;
import io.github.arazzojunit.launch.UnusedProfile;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.reader.ReadLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** A document that was read, under the configuration of the tests. Read once for all tests of Jupiter. Thread-safe. */
record OpenDocument(ParsedDocument parsed, Launch launch) implements AutoCloseable {

    private static final String CLASS_PATH_PREFIX = "classpath:";
    private static final Namespace NAMESPACE = Namespace.create(ArazzoExtension.class);

    static OpenDocument at(String location, ExtensionContext context) {
        String path =
                location.startsWith(CLASS_PATH_PREFIX) ? location.substring(CLASS_PATH_PREFIX.length()) : location;
        DocumentPaths paths = new DocumentPaths(ClassPath.current());
        DocumentFile file = location.startsWith(CLASS_PATH_PREFIX) ? paths.ofResource(path) : paths.withPath(path);
        Launch launch = shared(context, "configuration", Launch.class, () -> launch(context));
        return shared(context, file.uri().toString(), OpenDocument.class, () -> open(file, launch, context));
    }

    /** What is closed when all tests of Jupiter are finished. */
    @SuppressWarnings("deprecation") // what replaces it came with JUnit 6, and this extension also runs under 5.13
    private static <T> T shared(ExtensionContext context, String key, Class<T> type, Supplier<T> creator) {
        return store(context.getRoot()).getOrComputeIfAbsent(key, ignored -> creator.get(), type);
    }

    static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static Launch launch(ExtensionContext context) {
        ArazzoConfiguration configuration = valid(ArazzoConfiguration.from(ContextParameters.of(context)));
        configuration.unknownKeys().forEach(message -> warn(context, message));
        Launch launch = new Launch(configuration);
        launch.begin();
        return launch;
    }

    private static OpenDocument open(DocumentFile file, Launch launch, ExtensionContext context) {
        ArazzoConfiguration general = launch.configuration();
        ReadLimits limits = new ReadLimits(
                general.maxDocumentSize(), ReadLimits.DEFAULT.maxDepth(), ReadLimits.DEFAULT.maxAliasNodes());
        ParsedDocument parsed = new DefaultDocumentParser(
                        limits, general.validation() == Validation.STRICT, general.profile())
                .parse(file);
        parsed.remarks().stream()
                .filter(finding -> finding.severity() != Finding.Severity.HINT)
                .forEach(finding -> warn(context, finding.toString()));
        Launch own = parsed.document()
                .map(document -> launch.with(valid(ArazzoConfiguration.from(ContextParameters.of(context, document)))))
                .orElse(launch);
        parsed.document()
                .flatMap(document -> UnusedProfile.warning(own.configuration(), List.of(document)))
                .ifPresent(message -> warn(context, message));
        parsed.document()
                .map(document -> new UndeclaredInputs(List.of(document), false))
                .ifPresent(undeclared ->
                        undeclared.warnings(own.configuration()).forEach(message -> warn(context, message)));
        return new OpenDocument(parsed, own);
    }

    private static ArazzoConfiguration valid(ArazzoConfiguration configuration) {
        if (!configuration.problems().isEmpty()) {
            throw new ExtensionConfigurationException(String.join(System.lineSeparator(), configuration.problems())
                    + System.lineSeparator() + "No workflow was run, because nobody knows what was meant.");
        }
        return configuration;
    }

    static void warn(ExtensionContext context, String message) {
        context.publishReportEntry("arazzo.warning", message);
    }

    String path() {
        return parsed.file().path();
    }

    ArazzoDocument document() {
        return parsed.document().orElseThrow();
    }

    /** @throws IllegalArgumentException when there is none; nothing is known about a document that cannot run */
    Workflow workflow(String workflowId) {
        return document().workflow(workflowId).orElseThrow(() -> unknown("workflow", workflowId, workflowIds()));
    }

    void requireWorkflow(String workflowId) {
        if (!parsed.cannotRun()) {
            workflow(workflowId);
        }
    }

    void requireSource(String name) {
        List<String> names = parsed.document().stream()
                .flatMap(document -> document.sourceDescriptions().stream())
                .map(SourceDescription::name)
                .toList();
        if (!parsed.cannotRun() && !names.contains(name)) {
            throw unknown("source", name, names);
        }
    }

    private List<String> workflowIds() {
        return document().workflows().stream().map(Workflow::workflowId).toList();
    }

    private IllegalArgumentException unknown(String what, String name, List<String> candidates) {
        return new IllegalArgumentException(
                "The document '" + path() + "' has no " + what + " '" + name + "'. " + Nearest.hint(name, candidates));
    }

    Optional<List<Finding>> errors() {
        return parsed.cannotRun() ? Optional.of(parsed.errors()) : Optional.empty();
    }

    @Override
    public void close() {
        launch.withoutClass().close();
    }
}
