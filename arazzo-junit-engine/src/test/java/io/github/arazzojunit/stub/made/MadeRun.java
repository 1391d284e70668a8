package io.github.arazzojunit.stub.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RequestTarget;
import io.github.arazzojunit.runner.RunEnvironment;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.runner.WorkflowResult;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Runs a workflow against made answers: no server, no network, no waiting. */
final class MadeRun {

    private static final String HEAD = """
            arazzo: 1.0.1
            info: {title: Shop, version: 1.0.0}
            sourceDescriptions: [{name: shop, url: shop.yaml, type: openapi}]
            workflows:
            - workflowId: flow
            """;

    private final List<RunEvent.AttemptFinished> attempts = new ArrayList<>();
    private final WorkflowResult result;
    private List<String> masked = List.of();

    private MadeRun(String text, UnaryOperator<String> descriptions, String inputs) {
        try {
            URI uri = URI.create("memory:/flow.arazzo.yaml");
            SourceLibrary library = new SourceLibrary(
                    file -> descriptions.apply(file.getPath().substring(1)).getBytes(UTF_8),
                    Map.of(),
                    ReadLimits.DEFAULT);
            LinkedDocument document = library.link(
                    DocumentReader.read(uri, text.getBytes(UTF_8), ReadLimits.DEFAULT)
                            .document()
                            .orElseThrow(),
                    List.of());
            ObjectNode given = (ObjectNode) new JsonMapper().readTree(inputs);
            result = new WorkflowRunner(new WorkflowChecks(false))
                    .run(
                            new RunEnvironment(
                                    RunSettings.DEFAULT,
                                    new Target(),
                                    (owner, called) -> given,
                                    this::note,
                                    Clock.systemUTC(),
                                    duration -> {}),
                            document,
                            document.document().workflows().get(0),
                            given,
                            Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs it.
     *
     * @param workflow its fields behind {@code workflowId}; the first line is line 6
     * @param description the text of {@code shop.yaml}
     */
    static MadeRun of(String workflow, String description) {
        return of(workflow, description, "{}");
    }

    static MadeRun of(String workflow, String description, String inputs) {
        return new MadeRun(HEAD + workflow, name -> description, inputs);
    }

    /**
     * Runs the first workflow of a whole document, {@code flow.arazzo.yaml}.
     *
     * @param descriptions text of a description by its file name
     */
    static MadeRun ofDocument(String text, UnaryOperator<String> descriptions, String inputs) {
        return new MadeRun(text, descriptions, inputs);
    }

    /** @param secret name whose values messages hide */
    static MadeRun masking(String secret, String workflow, String description, String inputs) {
        MadeRun run = of(workflow, description, inputs);
        run.masked = List.of(secret);
        return run;
    }

    private void note(RunEvent event) {
        if (event instanceof RunEvent.AttemptFinished finished) {
            attempts.add(finished);
        }
    }

    boolean passed() {
        return result.passed();
    }

    ObjectNode outputs() {
        return result.outputs();
    }

    /** All that the failed step says; empty for a run that passed. */
    String failure() {
        return result.stepFailure()
                .map(failure -> FailureMessage.of(failure, Masker.of(masked)))
                .or(result::problem)
                .orElse("");
    }

    List<Attempt> attempts(String stepId) {
        return attempts.stream()
                .filter(event -> event.visit().step().stepId().equals(stepId))
                .map(RunEvent.AttemptFinished::attempt)
                .toList();
    }

    /** Of the last attempt. */
    HttpResponse response(String stepId) {
        List<Attempt> all = attempts(stepId);
        return all.get(all.size() - 1).exchange().orElseThrow().response();
    }

    JsonNode body(String stepId) {
        return response(stepId).bodyAsJson().orElseThrow();
    }

    List<String> notes(String stepId) {
        return attempts(stepId).stream()
                .flatMap(attempt -> attempt.notes().stream())
                .toList();
    }

    List<String> notesOfAll() {
        return attempts.stream()
                .flatMap(event -> event.attempt().notes().stream())
                .toList();
    }

    /** Answers with what the maker made for the request that comes next. */
    private static final class Target implements RequestTarget, Transport {

        private final StubMaker maker = new StubMaker(new DocumentReads());
        private Optional<HttpResponse> next = Optional.empty();

        @Override
        public URI baseUrl(SourceOperation operation) {
            return URI.create("http://stub.test");
        }

        @Override
        public Transport transport() {
            return this;
        }

        @Override
        public List<String> prepare(UpcomingRequest request) throws TargetException {
            MadeAnswer answer = maker.answer(request);
            next = Optional.of(answer.response());
            return answer.notes();
        }

        @Override
        public Remarks answered(UpcomingRequest request, HttpResponse response) {
            return maker.answered(request, response);
        }

        @Override
        public HttpResponse send(HttpRequest request, Duration timeout) {
            return next.orElseThrow();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
