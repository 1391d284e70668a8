package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.document.WorkflowOrder;
import io.github.arazzojunit.http.RequestCustomizer;
import io.github.arazzojunit.launch.ClassRun;
import io.github.arazzojunit.launch.Contributions;
import io.github.arazzojunit.launch.Descriptions;
import io.github.arazzojunit.launch.DocumentRun;
import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.PlainValues;
import io.github.arazzojunit.launch.Thrown;
import io.github.arazzojunit.launch.WorkflowRun;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.WorkflowResult;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A document with what the test adds. Immutable. */
final class ConfiguredDocument implements Arazzo.Document {

    private final OpenDocument document;
    private final ExtensionContext context;
    private final Map<String, URI> servers;
    private final Map<String, String> sources;
    private final Map<String, Map<String, @Nullable Object>> inputs;
    private final List<RequestCustomizer> customizers;

    ConfiguredDocument(OpenDocument document, ExtensionContext context) {
        this(document, context, Map.of(), Map.of(), Map.of(), List.of());
    }

    private ConfiguredDocument(
            OpenDocument document,
            ExtensionContext context,
            Map<String, URI> servers,
            Map<String, String> sources,
            Map<String, Map<String, @Nullable Object>> inputs,
            List<RequestCustomizer> customizers) {
        this.document = document;
        this.context = context;
        this.servers = servers;
        this.sources = sources;
        this.inputs = inputs;
        this.customizers = customizers;
    }

    @Override
    public Arazzo.Document server(String source, String url) {
        document.requireSource(source);
        URI base = URI.create(url);
        if (base.getHost() == null) {
            throw new IllegalArgumentException("The server of source '" + source + "' has to be an absolute URL such as"
                    + " http://localhost:8080, not '" + url + "'.");
        }
        Map<String, URI> all = new HashMap<>(servers);
        all.put(source, base);
        return new ConfiguredDocument(document, context, all, sources, inputs, customizers);
    }

    @Override
    public Arazzo.Document server(String source, int port) {
        return server(source, "http://localhost:" + port);
    }

    @Override
    public Arazzo.Document source(String source, String location) {
        document.requireSource(source);
        Map<String, String> all = new HashMap<>(sources);
        all.put(source, location);
        return new ConfiguredDocument(document, context, servers, all, inputs, customizers);
    }

    @Override
    public Arazzo.Document input(String workflowId, String name, @Nullable Object value) {
        document.requireWorkflow(workflowId);
        Map<String, Map<String, @Nullable Object>> all = new HashMap<>(inputs);
        Map<String, @Nullable Object> ofWorkflow = new LinkedHashMap<>(all.getOrDefault(workflowId, Map.of()));
        ofWorkflow.put(name, value);
        all.put(workflowId, ofWorkflow);
        return new ConfiguredDocument(document, context, servers, sources, all, customizers);
    }

    @Override
    public Arazzo.Document request(Consumer<RequestSpecification> customizer) {
        List<RequestCustomizer> all = new ArrayList<>(customizers);
        all.add(request -> {
            customizer.accept(request);
            return request;
        });
        return new ConfiguredDocument(document, context, servers, sources, inputs, all);
    }

    @Override
    public Stream<DynamicNode> nodes(String... workflowIds) {
        FactoryNames names = FactoryNames.current(context);
        if (document.errors().isPresent()) {
            String name = names.prefix() + names.unique(document.path(), document.path());
            return Stream.of(WorkflowNodes.broken(document, name));
        }
        Set<String> wanted = Set.of(workflowIds);
        wanted.forEach(document::requireWorkflow);
        ClassRun classRun = begin();
        DocumentRun documentRun = documentRun(classRun);
        OpenDocument.store(context).put(classRun, classRun);
        OpenDocument.store(context).put(documentRun, documentRun);
        return WorkflowOrder.prerequisitesFirst(document.document().workflows()).stream()
                .filter(workflowId -> wanted.isEmpty() ? passesFilter(workflowId) : wanted.contains(workflowId))
                .map(document::workflow)
                .map(workflow -> node(documentRun, workflow, names));
    }

    private boolean passesFilter(String workflowId) {
        return configuration()
                .workflowFilter()
                .map(filter -> filter.matcher(workflowId).find())
                .orElse(true);
    }

    private DynamicNode node(DocumentRun documentRun, Workflow workflow, FactoryNames names) {
        String name = names.unique(document.path(), workflow.workflowId());
        String prefix = names.prefix() + name;
        WorkflowInputs fromFile = document.parsed().inputsOf(workflow);
        if (fromFile.rows().isEmpty()) {
            return WorkflowNodes.running(
                    name,
                    workflow.position(),
                    () -> record(documentRun, workflow, Optional.empty(), fromFile.single(), prefix)
                            .root());
        }
        return DynamicContainer.dynamicContainer(
                name,
                SourceUris.of(workflow.position()),
                fromFile.rows().stream()
                        .map(row -> WorkflowNodes.running(
                                row.name(),
                                row.position(),
                                () -> record(
                                                documentRun,
                                                workflow,
                                                Optional.of(row.name()),
                                                Optional.of(row.inputs()),
                                                prefix + RecordedNode.SEPARATOR + row.name())
                                        .root())));
    }

    @Override
    public Arazzo.Result run(String workflowId) {
        return result(workflowId).assertSuccessful();
    }

    @Override
    public Arazzo.Result result(String workflowId) {
        if (document.errors().isPresent()) {
            throw Thrown.unchecked(
                    Failures.failedDocument(document.path(), document.errors().get()));
        }
        Workflow workflow = document.workflow(workflowId);
        WorkflowInputs fromFile = document.parsed().inputsOf(workflow);
        if (!fromFile.rows().isEmpty() && !inputs.containsKey(workflowId)) {
            throw new IllegalArgumentException("The file of inputs beside '" + document.path() + "' has "
                    + fromFile.rows().size() + " rows for the workflow '" + workflowId
                    + "', and none is the one to run. Use nodes(\"" + workflowId
                    + "\"), which runs each, or give the inputs with input(...).");
        }
        try (ClassRun classRun = begin();
                DocumentRun documentRun = documentRun(classRun)) {
            return record(documentRun, workflow, Optional.empty(), fromFile.single(), workflowId)
                    .result();
        }
    }

    private ArazzoConfiguration configuration() {
        return document.launch().configuration();
    }

    private ClassRun begin() {
        Map<String, URI> descriptions = new HashMap<>();
        sources.forEach((source, location) -> descriptions.put(source, Descriptions.locate(source, location, servers)));
        return document.launch()
                .begin(new Contributions(
                        servers,
                        descriptions,
                        Map.of(),
                        workflowId -> Optional.ofNullable(inputs.get(workflowId)),
                        customizers));
    }

    private DocumentRun documentRun(ClassRun classRun) {
        return new DocumentRun(
                document.launch(),
                classRun,
                document.document(),
                document.parsed().findings(),
                document.parsed().inputs());
    }

    private RecordedRun record(
            DocumentRun documentRun,
            Workflow workflow,
            Optional<String> row,
            Optional<InputValues> rowInputs,
            String prefix) {
        WorkflowRun run = new WorkflowRun(documentRun, workflow, row, rowInputs, Optional.empty());
        documentRun.warnings(workflow).forEach(finding -> OpenDocument.warn(context, finding.toString()));
        RunRecorder recorder = new RunRecorder(workflow, prefix, run.masker());
        WorkflowResult result = run.run(recorder, Set.of());
        run.inputWarnings().forEach(warning -> OpenDocument.warn(context, warning));
        return new RecordedRun(
                recorder.finish(result, run.problem(result), run.isValid()),
                PlainValues.of(result.outputs()),
                recorder.exchanges(),
                run.masker());
    }
}
