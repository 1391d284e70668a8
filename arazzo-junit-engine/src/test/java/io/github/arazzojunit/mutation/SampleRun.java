package io.github.arazzojunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportException;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.UnusableServerException;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.runner.RequestTarget;
import io.github.arazzojunit.runner.RunEnvironment;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.runner.StepOutcome;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.runner.WorkflowResult;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.LocalResourceLoader;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One workflow with its inputs, run again and again without JUnit. */
final class SampleRun {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final LinkedDocument document;
    private final Workflow workflow;
    private final JsonNode inputs;

    private SampleRun(LinkedDocument document, Workflow workflow, JsonNode inputs) {
        this.document = document;
        this.workflow = workflow;
        this.inputs = inputs;
    }

    /**
     * An answer of the provider.
     *
     * @param stepId the step that got it
     * @param key method, URL and how often it was asked before
     */
    record Answer(String stepId, Operation operation, String key, HttpResponse response) {}

    /**
     * What a run came to.
     *
     * @param red ids of the steps that would be red
     * @param problem why the workflow itself would be red
     */
    record Result(List<String> red, Optional<String> problem, List<Answer> answers, List<String> messages) {

        boolean isGreen() {
            return red.isEmpty() && problem.isEmpty();
        }
    }

    static List<SampleRun> of(Path file) throws Exception {
        SourceLibrary library = new SourceLibrary(
                new LocalResourceLoader(SampleRun.class.getClassLoader(), 1 << 20), Map.of(), ReadLimits.DEFAULT);
        DocumentReader.DocumentReading reading =
                DocumentReader.read(file.toUri(), Files.readAllBytes(file), ReadLimits.DEFAULT);
        LinkedDocument document = library.link(reading.document().orElseThrow(), reading.findings());
        Path inputs = Path.of(file.toString().replace(".arazzo.yaml", ".arazzo.inputs.yaml"));
        JsonNode rows = Files.exists(inputs) ? YAML.readTree(inputs.toFile()) : JsonNodeFactory.instance.objectNode();
        return document.document().workflows().stream()
                .map(workflow -> new SampleRun(document, workflow, rows))
                .toList();
    }

    String workflowId() {
        return workflow.workflowId();
    }

    /** Whether a criterion of a step asks for a member of this name. */
    boolean judges(String stepId, String member) {
        return document.document().workflows().stream()
                .flatMap(each -> each.steps().stream())
                .filter(step -> step.stepId().equals(stepId))
                .flatMap(step -> step.source().member("successCriteria").stream())
                .anyMatch(criteria -> mentions(criteria, member));
    }

    /** Whether anything in the document reads a member of this name. */
    boolean reads(String member) {
        return mentions(document.document().source(), member);
    }

    private static boolean mentions(LocatedNode part, String member) {
        return Pattern.compile("[/.]" + Pattern.quote(member) + "\\b")
                .matcher(part.value().toString())
                .find();
    }

    /** @param mutation of the answer with this key */
    Result run(RequestTarget provider, String key, UnaryOperator<HttpResponse> mutation) {
        Watch watch = new Watch(provider, key, mutation);
        RunEnvironment environment = new RunEnvironment(
                RunSettings.DEFAULT,
                watch,
                (owner, other) -> inputs(other),
                watch::onEvent,
                Clock.systemUTC(),
                duration -> {});
        WorkflowResult result = new WorkflowRunner(new WorkflowChecks(false))
                .run(environment, document, workflow, inputs(workflow), Set.of());
        return new Result(
                List.copyOf(watch.red),
                result.problem().or(() -> result.stepFailure().map(failure -> "step failed")),
                List.copyOf(watch.answers),
                watch.messages);
    }

    private ObjectNode inputs(Workflow of) {
        JsonNode given = inputs.path(of.workflowId());
        JsonNode row = given.isArray() ? given.path(0).path("inputs") : given;
        return row.isObject() ? row.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** Stands between runner and provider. */
    private static final class Watch implements RequestTarget, Transport {

        private final RequestTarget provider;
        private final String mutated;
        private final UnaryOperator<HttpResponse> mutation;
        private final Map<String, Integer> asked = new HashMap<>();
        private final List<Answer> answers = new ArrayList<>();
        private final List<String> red = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private Optional<UpcomingRequest> upcoming = Optional.empty();

        Watch(RequestTarget provider, String mutated, UnaryOperator<HttpResponse> mutation) {
            this.provider = provider;
            this.mutated = mutated;
            this.mutation = mutation;
        }

        void onEvent(RunEvent event) {
            if (event instanceof RunEvent.StepFinished finished
                    && finished.outcome() instanceof StepOutcome.Failed failed) {
                red.add(finished.visit().step().stepId());
                messages.add(String.valueOf(failed.failure().reason().orElse("criteria")));
            }
        }

        @Override
        public URI baseUrl(SourceOperation operation) throws TargetException {
            return provider.baseUrl(operation);
        }

        @Override
        public Transport transport() {
            return this;
        }

        @Override
        public List<String> prepare(UpcomingRequest request) throws TargetException {
            upcoming = Optional.of(request);
            return provider.prepare(request);
        }

        @Override
        public Remarks answered(UpcomingRequest request, HttpResponse response) {
            return provider.answered(request, response);
        }

        @Override
        public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
            String line = request.method() + " " + request.uri().getRawPath();
            String key = line + " #" + asked.merge(line, 1, Integer::sum);
            HttpResponse response = provider.transport().send(request, timeout);
            UpcomingRequest sent = upcoming.orElseThrow();
            answers.add(
                    new Answer(sent.visit().step().stepId(), sent.operation().operation(), key, response));
            return key.equals(mutated) ? mutation.apply(response) : response;
        }

        @Override
        public void close() {}
    }

    /** Answers as the provider did; the last of a kind again and again. */
    static RequestTarget replay(List<Answer> recorded) {
        Map<String, HttpResponse> byKey = new HashMap<>();
        recorded.forEach(answer -> byKey.put(answer.key(), answer.response()));
        return provider(byKey);
    }

    /** @param byKey answers by method, path and number, such as {@code GET /orders/1 #1} */
    static RequestTarget provider(Map<String, HttpResponse> byKey) {
        Map<String, Integer> asked = new HashMap<>();
        Transport transport = new Transport() {
            @Override
            public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
                String line = request.method() + " " + request.uri().getRawPath();
                for (int number = asked.merge(line, 1, Integer::sum); number > 0; number--) {
                    HttpResponse response = byKey.get(line + " #" + number);
                    if (response != null) {
                        return response;
                    }
                }
                throw new TransportException(TransportException.Reason.REFUSED, "nobody asked for " + line);
            }

            @Override
            public void close() {}
        };
        return new RequestTarget() {
            @Override
            public URI baseUrl(SourceOperation operation) throws TargetException {
                try {
                    String path = operation.operation().servers().get(0).url().getRawPath();
                    return URI.create("http://localhost" + path);
                } catch (UnusableServerException e) {
                    throw new TargetException(String.valueOf(e.getMessage()));
                }
            }

            @Override
            public Transport transport() {
                return transport;
            }
        };
    }
}
