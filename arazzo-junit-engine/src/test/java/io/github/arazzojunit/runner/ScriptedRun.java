package io.github.arazzojunit.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportException;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs workflows of a document against answers that were told before, in virtual time, and writes down what happens. */
final class ScriptedRun {

    private static final URI DOCUMENT = URI.create("file:/test/main.arazzo.yaml");
    private static final String HEAD = """
            arazzo: 1.1.0
            info: {title: Test, version: 1.0.0}
            sourceDescriptions:
              - {name: api, url: api.yaml, type: openapi}
            workflows:
            """;
    private static final String API = """
            openapi: 3.1.0
            info: {title: Test, version: 1.0.0}
            servers: [{url: 'https://api.test'}]
            paths:
              /status:
                get:
                  operationId: status
                  responses:
                    '200': {description: fine, content: {application/json: {schema: {type: object}}}}
                    '404': {description: nothing}
              /things:
                post:
                  operationId: add
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses:
                    '200': {description: fine}
                    '404': {description: nothing}
            """;

    private final LinkedDocument document;
    private final Deque<HttpResponse> answers = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private final List<StepFailure> failures = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Integer> exchanged = new ArrayList<>();
    private final WorkflowRunner runner = new WorkflowRunner(new WorkflowChecks(false));
    private RunSettings settings = RunSettings.DEFAULT;
    private Duration answerTime = Duration.ZERO;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private ObjectNode configured = JsonNodeFactory.instance.objectNode();
    private Optional<Branch> branch = Optional.empty();
    private Optional<String> cancelling = Optional.empty();
    private Optional<String> unanswerable = Optional.empty();
    private Optional<String> unserved = Optional.empty();
    private ObjectNode given = JsonNodeFactory.instance.objectNode();
    private boolean renewing;
    private Masker learner = Masker.of(List.of());

    private ScriptedRun(LinkedDocument document) {
        this.document = document;
    }

    static ScriptedRun of(String workflows) {
        DocumentReader.DocumentReading reading = DocumentReader.read(
                DOCUMENT, (HEAD + workflows.indent(2)).getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT);
        SourceLibrary library =
                new SourceLibrary(uri -> API.getBytes(StandardCharsets.UTF_8), Map.of(), ReadLimits.DEFAULT);
        return new ScriptedRun(library.link(
                reading.document()
                        .orElseThrow(() ->
                                new IllegalArgumentException(reading.findings().toString())),
                reading.findings()));
    }

    ScriptedRun with(RunSettings other) {
        settings = other;
        return this;
    }

    ScriptedRun answering(int... statuses) {
        for (int status : statuses) {
            answering(status, "{}");
        }
        return this;
    }

    ScriptedRun answering(int status, String json, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(new Header("Content-Type", "application/json"));
        answers.add(new HttpResponse(status, all, Bytes.utf8(json)));
        return this;
    }

    /** Every answer takes this long. */
    ScriptedRun within(Duration time) {
        answerTime = time;
        return this;
    }

    ScriptedRun configured(ObjectNode inputs) {
        configured = inputs;
        return this;
    }

    /** The step is to take this one of its failure actions. */
    ScriptedRun branch(String workflowId, String stepId, int failureAction) {
        Step step = document.document()
                .workflow(workflowId)
                .flatMap(workflow -> workflow.step(stepId))
                .orElseThrow();
        branch = Optional.of(new Branch(step, step.onFailure().get(failureAction)));
        return this;
    }

    /** The masker hears of every event. */
    ScriptedRun learning(Masker masker) {
        learner = masker;
        return this;
    }

    /** Inputs of the workflow that is run. */
    ScriptedRun giving(String json) {
        try {
            given = (ObjectNode) new JsonMapper().readTree(json);
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Credentials that are refused are renewed. */
    ScriptedRun renewing() {
        renewing = true;
        return this;
    }

    /** The target has no answer to any request. */
    ScriptedRun unanswerable(String reason) {
        unanswerable = Optional.of(reason);
        return this;
    }

    /** The target says of every answer that it is not the provider's. */
    ScriptedRun unserved(String reason) {
        unserved = Optional.of(reason);
        return this;
    }

    /** The run is cancelled when this line is in the log. */
    ScriptedRun cancelledAt(String line) {
        cancelling = Optional.of(line);
        return this;
    }

    WorkflowResult run(String workflowId, String... onlySteps) {
        RunEnvironment environment = new RunEnvironment(
                settings,
                new Target(),
                (owner, workflow) -> configured.deepCopy(),
                this::note,
                new Time(),
                this::sleep,
                () -> cancelling.filter(log::contains).isPresent(),
                branch);
        return runner.run(
                environment,
                document,
                document.document().workflow(workflowId).orElseThrow(),
                given.deepCopy(),
                Set.of(onlySteps));
    }

    /** What happened, a line each, without the begin of workflows and without exchanges. */
    List<String> log() {
        return log;
    }

    /** Of the steps that failed, in the order of their ends. */
    List<StepFailure> failures() {
        return failures;
    }

    /** All that finished, in the order of their ends. */
    List<Attempt> attempts() {
        return attempts;
    }

    /** The statuses of the exchanges that were told. */
    List<Integer> exchanged() {
        return exchanged;
    }

    private void sleep(Duration duration) {
        log.add("wait " + duration.toMillis());
        now = now.plus(duration);
    }

    private void note(RunEvent event) {
        learner.learn(event);
        if (event instanceof RunEvent.StepStarted started) {
            log.add("start " + name(started.visit()));
        } else if (event instanceof RunEvent.AttemptFinished finished) {
            Attempt attempt = finished.attempt();
            attempts.add(attempt);
            log.add("attempt " + attempt.number() + (attempt.successful() ? " succeeded" : " failed")
                    + attempt.error().map(error -> ": " + error).orElse(""));
        } else if (event instanceof RunEvent.Exchanged told) {
            exchanged.add(told.exchange().response().status());
        } else if (event instanceof RunEvent.RetryScheduled scheduled) {
            log.add("retry in " + scheduled.delay().toMillis() + ": " + scheduled.reason());
        } else if (event instanceof RunEvent.ActionTaken taken) {
            log.add("action " + taken.action().name());
        } else if (event instanceof RunEvent.StepFinished finished) {
            log.add("end " + name(finished.visit()) + " " + text(finished.outcome()));
            if (finished.outcome() instanceof StepOutcome.Failed failed) {
                failures.add(failed.failure());
            }
        } else if (event instanceof RunEvent.StepNotReached notReached) {
            log.add(notReached.step().stepId() + " " + notReached.reason());
        } else if (event instanceof RunEvent.WorkflowFinished finished) {
            log.add("workflow " + finished.invocation().workflow().workflowId() + " "
                    + finished.result().status());
        }
    }

    private static String name(StepVisit visit) {
        return visit.step().stepId() + (visit.number() == 1 ? "" : "(" + visit.number() + ")");
    }

    private static String text(StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Passed) {
            return "passed";
        }
        if (outcome instanceof StepOutcome.Handled handled) {
            return "handled: " + handled.action();
        }
        return "failed " + ((StepOutcome.Failed) outcome).failure().history();
    }

    private final class Time extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Target implements RequestTarget {

        @Override
        public URI baseUrl(SourceOperation operation) {
            return URI.create("https://api.test");
        }

        @Override
        public boolean refused(List<String> notes) {
            notes.add(renewing ? "renewed" : "cannot be renewed");
            return renewing;
        }

        @Override
        public List<String> prepare(UpcomingRequest request) throws TargetException {
            if (unanswerable.isPresent()) {
                throw new TargetException(unanswerable.get());
            }
            return List.of();
        }

        @Override
        public Optional<String> unserved(HttpResponse response) {
            return unserved;
        }

        @Override
        public Transport transport() {
            return new Transport() {

                @Override
                public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
                    if (answerTime.compareTo(timeout) > 0) {
                        now = now.plus(timeout);
                        throw new TransportException(
                                TransportException.Reason.TIMEOUT, "No answer within " + timeout.toMillis() + " ms.");
                    }
                    now = now.plus(answerTime);
                    return Optional.ofNullable(answers.poll())
                            .orElseThrow(() -> new TransportException(
                                    TransportException.Reason.REFUSED, "Nothing more was told."));
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    }
}
