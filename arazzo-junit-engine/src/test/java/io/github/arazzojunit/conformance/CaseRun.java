package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.openapi.ServerDescription;
import io.github.arazzojunit.openapi.UnusableServerException;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.runner.ContractSettings;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RequestTarget;
import io.github.arazzojunit.runner.RunEnvironment;
import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.WorkflowResult;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.LocalResourceLoader;
import io.github.arazzojunit.source.ResourceLoader;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.validation.DocumentValidator;
import io.github.arazzojunit.validation.Strictness;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Executes a case with the runner of this project: no network, no waiting. */
final class CaseRun {

    /** Without its source a step fails when it is reached, and the steps before it run (STP-10, ASY-16). */
    private static final Set<String> LEFT_TO_THE_RUN =
            Set.of("source-not-usable", "unsupported-description", "asyncapi-not-executed");

    private final ConformanceCase conformanceCase;
    private final VirtualTime time = new VirtualTime();
    private final ScriptedServer server;

    /**
     * What a case came to.
     *
     * @param verdict in the words of the cases
     * @param findings of all documents of the case
     * @param record empty when nothing was run
     */
    record Observation(
            String verdict,
            ObjectNode outputs,
            String message,
            List<Finding> findings,
            RunRecord record,
            ScriptedServer server,
            VirtualTime time) {}

    private CaseRun(ConformanceCase conformanceCase) {
        this.conformanceCase = conformanceCase;
        this.server = new ScriptedServer(conformanceCase.exchanges(), conformanceCase.inOrder(), time);
    }

    static Observation of(ConformanceCase conformanceCase) {
        return new CaseRun(conformanceCase).execute();
    }

    private Observation execute() {
        SourceLibrary library = new SourceLibrary(loader(), Map.of(), ReadLimits.DEFAULT);
        URI uri = conformanceCase
                .location()
                .map(URI::create)
                .orElseGet(() -> conformanceCase.document().toUri());
        DocumentReader.DocumentReading reading = read(uri, conformanceCase.document());
        List<Finding> findings = new ArrayList<>(reading.findings());
        for (Path known : conformanceCase.known()) {
            DocumentReader.DocumentReading other = read(known.toUri(), known);
            findings.addAll(other.findings());
            other.document().ifPresent(document -> library.link(document, other.findings()));
        }
        reading.document().ifPresent(document -> findings.addAll(DocumentValidator.validate(document)));
        Optional<LinkedDocument> document = reading.document().map(read -> library.link(read, findings));
        Optional<Workflow> workflow = document.flatMap(this::workflow);
        workflow.ifPresent(entry -> findings.addAll(DocumentValidator.validate(document.orElseThrow(), entry)));
        if (document.isEmpty() || workflow.isEmpty() || refused(document.get(), findings)) {
            return observation("invalid", emptyObject(), text(findings), findings, new RunRecord(uri, ""));
        }
        RunRecord record = new RunRecord(uri, workflow.get().workflowId());
        RunEnvironment environment = new RunEnvironment(
                settings(),
                new ScriptedTarget(),
                (owner, called) -> conformanceCase.configuredInputs(called.workflowId()),
                record,
                time,
                time::sleep);
        WorkflowResult result = new WorkflowRunner(new WorkflowChecks(conformanceCase.strict()))
                .run(environment, document.get(), workflow.get(), conformanceCase.inputs(), Set.of());
        return observation(result.passed() ? "pass" : "fail", result.outputs(), message(result), findings, record);
    }

    private Observation observation(
            String verdict, ObjectNode outputs, String message, List<Finding> findings, RunRecord record) {
        return new Observation(verdict, outputs, message, findings, record, server, time);
    }

    private static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static DocumentReader.DocumentReading read(URI uri, Path file) {
        try {
            return DocumentReader.read(uri, Files.readAllBytes(file), ReadLimits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Workflow> workflow(LinkedDocument document) {
        List<Workflow> workflows = document.document().workflows();
        return conformanceCase
                .workflow()
                .map(id -> workflows.stream()
                        .filter(workflow -> workflow.workflowId().equals(id))
                        .findFirst())
                .orElseGet(() -> workflows.stream().findFirst());
    }

    /** An error in one workflow leaves the other ones alone, when the case says which one it runs. */
    private boolean refused(LinkedDocument document, List<Finding> findings) {
        List<Finding> judged = conformanceCase.strict() ? Strictness.strict(findings) : findings;
        return judged.stream()
                .filter(Finding::isError)
                .filter(finding -> !LEFT_TO_THE_RUN.contains(finding.rule()))
                .anyMatch(finding -> conformanceCase
                        .workflow()
                        .flatMap(id -> otherWorkflow(document.document(), finding, id))
                        .isEmpty());
    }

    private static Optional<String> otherWorkflow(ArazzoDocument document, Finding finding, String workflowId) {
        if (!finding.position().uri().equals(document.uri())
                || !finding.pointer().startsWith("/workflows/")) {
            return Optional.empty();
        }
        String index = finding.pointer().split("/")[2];
        return document.source()
                .at("/workflows/" + index + "/workflowId")
                .map(id -> id.text())
                .filter(id -> !id.equals(workflowId));
    }

    private ResourceLoader loader() {
        Map<String, Path> retrievable = conformanceCase.retrievable();
        ResourceLoader files = new LocalResourceLoader(CaseRun.class.getClassLoader(), 10_000_000);
        return uri -> retrievable.containsKey(uri.toString())
                ? Files.readAllBytes(retrievable.get(uri.toString()))
                : files.load(uri);
    }

    private RunSettings settings() {
        RunSettings usual = RunSettings.DEFAULT;
        return new RunSettings(
                usual.successDefault(),
                usual.endOnFailurePasses(),
                ContractSettings.all(RunSettings.ContractVerdict.OFF),
                ContractSettings.all(RunSettings.ContractVerdict.OFF),
                usual.undeclaredReads(),
                conformanceCase
                        .limit("retryDelay")
                        .map(ScriptedServer::duration)
                        .orElse(usual.maxRetryDelay()),
                usual.responseTimeout(),
                conformanceCase.limit("steps").map(JsonNode::intValue).orElse(usual.maxSteps()),
                conformanceCase.limit("depth").map(JsonNode::intValue).orElse(usual.maxDepth()),
                conformanceCase.limit("seconds").map(ScriptedServer::duration).orElse(usual.maxDuration()));
    }

    private static String message(WorkflowResult result) {
        if (result.passed()) {
            return "";
        }
        return result.problem().orElse("")
                + result.stepFailure()
                        .map(failure -> FailureMessage.of(failure, Masker.of(List.of())))
                        .orElse("");
    }

    private static String text(List<Finding> findings) {
        return String.join("\n", findings.stream().map(Finding::toString).toList());
    }

    /** Sends everything to the script, under the URLs that the descriptions or the user name. */
    private final class ScriptedTarget implements RequestTarget {

        @Override
        public URI baseUrl(SourceOperation operation) throws TargetException {
            Optional<String> configured = conformanceCase.server(operation.sourceName());
            if (configured.isPresent()) {
                return URI.create(configured.get());
            }
            List<ServerDescription> servers = operation.operation().servers();
            if (servers.isEmpty()) {
                throw new TargetException("The description of " + operation.sourceName() + " names no server.");
            }
            try {
                return servers.get(0).url();
            } catch (UnusableServerException e) {
                throw new TargetException(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Transport transport() {
            return server;
        }
    }
}
