package io.github.arazzojunit.junit.execution;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.junit.discovery.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A module with one document, {@code shop.arazzo.yaml}, the description of a shop, and a provider that plays it: an
 * extension of Jupiter, so that it ends with the test whose field it is.
 */
final class Scenario implements AfterEachCallback {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.0.0}
            servers: [{url: 'http://shop.invalid'}]
            paths:
              /orders:
                get:
                  operationId: find
                  parameters: [{name: api_key, in: query, schema: {type: string}}]
                  responses: {default: &any {description: Any answer., content: {application/json: {}, text/plain: {}, image/png: {}}}}
                post:
                  operationId: create
                  requestBody: {content: {application/json: {}, application/x-www-form-urlencoded: {}, text/plain: {}}}
                  responses: {default: *any}
              /orders/{id}:
                get:
                  operationId: read
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: Authorization, in: header, schema: {type: string}}
                    - {name: X-Trace, in: header, schema: {type: string}}
                    - {name: session, in: cookie, schema: {type: string}}
                  responses:
                    '200':
                      description: The order.
                      content:
                        application/json:
                          schema: {type: object, properties: {id: {}, state: {}, amount: {type: integer}}}
                    default: *any
            """;

    private final Path module;
    private final Path root;
    private final Workspace workspace;
    private final Provider provider = Provider.start();
    private final Map<String, String> configuration = new LinkedHashMap<>();
    private final Path document;
    private Path outputs;

    Scenario() {
        try {
            module = Files.createTempDirectory("scenario").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root = module.resolve("target/test-classes");
        workspace = new Workspace(module).onClassPath(root);
        document = root.resolve("shop.arazzo.yaml");
        outputs = root.resolveSibling("outputs");
        workspace.file("target/test-classes/shop.yaml", DESCRIPTION);
        configure("arazzo.target", "live")
                .configure("arazzo.server.shop", provider.url())
                .configure("arazzo.report", "off");
    }

    /** The folder of the module. */
    Path module() {
        return module;
    }

    Provider provider() {
        return provider;
    }

    /** Where attachments are, by default in the module. */
    Path outputs() {
        return outputs;
    }

    Scenario outputs(Path folder) {
        outputs = folder;
        return this;
    }

    /** One more answer of the provider, see {@link Provider#answer}. */
    Scenario answer(String request, int status, String body) {
        provider.answer(request, status, body);
        return this;
    }

    /** The first workflow begins in line 5. */
    Scenario workflows(String... workflows) {
        return file("shop.arazzo.yaml", Workspace.document(String.join("", workflows)));
    }

    Scenario file(String path, String content) {
        workspace.file("target/test-classes/" + path, content);
        return this;
    }

    Scenario configure(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    Scenario without(String key) {
        configuration.remove(key);
        return this;
    }

    /** Runs the document. */
    Execution run() {
        return run(selectFile(document.toFile()));
    }

    /** What the discovery of the document warns of. */
    List<String> warnings() {
        return workspace.withClassPath(() -> EngineTestKit.engine("arazzo")
                .selectors(selectFile(document.toFile()))
                .configurationParameters(configuration)
                .enableImplicitConfigurationParameters(false)
                .discover()
                .getDiscoveryIssues()
                .stream()
                .filter(issue -> issue.severity() == DiscoveryIssue.Severity.WARNING)
                .map(DiscoveryIssue::message)
                .toList());
    }

    Execution run(DiscoverySelector... selectors) {
        return run(CancellationToken.disabled(), selectors);
    }

    /** Runs the document until it is cancelled. */
    Execution run(CancellationToken token) {
        return run(token, selectFile(document.toFile()));
    }

    private Execution run(CancellationToken token, DiscoverySelector... selectors) {
        return workspace.withClassPath(() -> new Execution(EngineTestKit.engine("arazzo")
                .selectors(selectors)
                .cancellationToken(token)
                .configurationParameters(configuration)
                .enableImplicitConfigurationParameters(false)
                .outputDirectoryCreator(new Outputs(outputs))
                .execute()));
    }

    /** Two steps have to go to lines of their own, so that their places differ. */
    static String workflow(String workflowId, List<String> steps, String... more) {
        return "- workflowId: " + workflowId + "\n"
                + Stream.of(more).map(line -> "  " + line + "\n").collect(Collectors.joining())
                + "  steps:\n" + String.join("", steps).indent(4);
    }

    /** A step that reads an order. */
    static String read(String stepId, String orderId, String... more) {
        return step(
                stepId,
                Stream.concat(
                                Stream.of(
                                        "operationId: read",
                                        "parameters: [{name: id, in: path, value: " + orderId + "}]"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    static String step(String stepId, String... lines) {
        return "- stepId: " + stepId + "\n"
                + Stream.of(lines).map(line -> line.indent(2)).collect(Collectors.joining());
    }

    static String criteria(String... conditions) {
        return Stream.of(conditions)
                .map(condition -> "  - condition: " + condition + "\n")
                .collect(Collectors.joining("", "successCriteria:\n", ""));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        provider.close();
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private record Outputs(Path folder) implements OutputDirectoryCreator {

        @Override
        public Path getRootDirectory() {
            return folder;
        }

        @Override
        public Path createOutputDirectory(TestDescriptor descriptor) throws IOException {
            return Files.createDirectories(folder.resolve(
                    descriptor.getUniqueId().getLastSegment().getValue().replace(' ', '-')));
        }
    }
}
