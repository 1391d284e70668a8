package io.github.arazzojunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.runner.RequestTarget;
import io.github.arazzojunit.runner.RunEnvironment;
import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.runner.WorkflowResult;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.LocalResourceLoader;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.stub.inputs.InputMaker;
import io.github.arazzojunit.stub.made.DocumentReads;
import io.github.arazzojunit.stub.made.MadeAnswer;
import io.github.arazzojunit.stub.made.StubMaker;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Criteria that compare an answer with something that the same run has sent, asked for or shown, each negated and each with
 * another value of its type: a made answer must not bend to them. What such a criterion is, is decided here from the
 * document and the messages of the unchanged run, not by the code under test.
 */
class CriterionMutationTest {

    private static final Path SAMPLES = Path.of("../sample-tests/src/test/resources/arazzo");

    private static final Pattern SIMPLE = Pattern.compile(
            "\\$response\\.body(?:#(?<pointer>/[^\\s=!<>&|]+)|(?<path>[.\\[][^\\s=!<>&|]+))\\s*(?<operator>==)"
                    + "\\s*(?<other>'[^']*'|-?[0-9.]+|true|false|\\$[^\\s&|<>=]+)");
    private static final Pattern QUERY = Pattern.compile("\\$(?:\\[\\?\\(?@)?(?<path>\\.[\\w.]+)\\s*(?<operator>==)\\s*"
            + "(?<other>'[^']*'|\"[^\"]*\"|-?[0-9.]+|true|false)\\)?\\]?");

    /** One changed criterion. */
    private record Mutant(String name, String before, String after) {}

    /** Everything that one run has said. */
    private static final class Run implements RequestTarget, Transport {

        private final StubMaker maker = new StubMaker(new DocumentReads());
        private final List<PreparedRequest> requests = new ArrayList<>();
        private final Map<String, Integer> sentBefore = new LinkedHashMap<>();
        private final Map<String, JsonNode> bodies = new LinkedHashMap<>();
        private Optional<HttpResponse> next = Optional.empty();
        private final boolean passed;

        Run(byte[] text, Path file, Map<String, String> locations, String workflowId) throws Exception {
            Map<String, URI> sources = new LinkedHashMap<>();
            locations.forEach(
                    (name, location) -> sources.put(name, Path.of(location).toUri()));
            SourceLibrary library = new SourceLibrary(
                    new LocalResourceLoader(Run.class.getClassLoader(), 1 << 25), sources, ReadLimits.DEFAULT);
            DocumentReader.DocumentReading reading = DocumentReader.read(file.toUri(), text, ReadLimits.DEFAULT);
            LinkedDocument document = library.link(reading.document().orElseThrow(), reading.findings());
            Workflow workflow = document.document().workflow(workflowId).orElseThrow();
            ObjectNode inputs = new InputMaker()
                    .make(document, workflow, JsonNodeFactory.instance.objectNode())
                    .all();
            WorkflowResult result = new WorkflowRunner(new WorkflowChecks(false))
                    .run(
                            new RunEnvironment(
                                    RunSettings.DEFAULT,
                                    this,
                                    (owner, called) -> new InputMaker()
                                            .make(owner, called, JsonNodeFactory.instance.objectNode())
                                            .all(),
                                    event -> {},
                                    Clock.systemUTC(),
                                    duration -> {}),
                            document,
                            workflow,
                            inputs,
                            Set.of());
            passed = result.passed();
        }

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
            requests.add(request.request());
            String step = request.visit().step().stepId();
            sentBefore.put(step, requests.size());
            answer.response().bodyAsJson().ifPresent(body -> bodies.put(step, body));
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

        /** Whether a request up to that of the step has sent or asked for the value under this name. */
        boolean isKnown(String step, String name, JsonNode value) {
            return requests.subList(0, sentBefore.get(step)).stream().anyMatch(request -> {
                boolean asked = Stream.of(request.path(), request.query())
                        .flatMap(values -> values.entrySet().stream())
                        .anyMatch(entry -> entry.getKey().equals(name)
                                && entry.getValue().asText().equals(value.asText()));
                return asked
                        || request.body()
                                .filter(body -> body.findValues(name).stream()
                                        .anyMatch(sent -> sent.isValueNode()
                                                && sent.asText().equals(value.asText())))
                                .isPresent();
            });
        }
    }

    private static List<Mutant> mutants(Workflow workflow, Run run) {
        List<Mutant> mutants = new ArrayList<>();
        workflow.steps().stream()
                .filter(step -> run.bodies.containsKey(step.stepId()))
                .forEach(step -> step.successCriteria()
                        .forEach(criterion -> mutants.addAll(mutants(step.stepId(), criterion, run))));
        return mutants;
    }

    private static List<Mutant> mutants(String step, Criterion criterion, Run run) {
        Matcher comparison = (criterion.context().isPresent() ? QUERY : SIMPLE)
                .matcher(criterion.condition().strip());
        if (!comparison.matches()) {
            return List.of();
        }
        String pointer = criterion.context().isEmpty() && comparison.group("pointer") != null
                ? comparison.group("pointer")
                : new Source.BodyAccess(comparison.group("path")).pointer();
        List<String> tokens = JsonPointers.tokens(pointer);
        JsonNode actual = run.bodies.get(step).at(pointer);
        String other = comparison.group("other");
        boolean shown = other.startsWith("$steps.");
        if (!actual.isValueNode()
                || actual.isMissingNode()
                || !shown && !run.isKnown(step, tokens.get(tokens.size() - 1), actual)) {
            return List.of();
        }
        String condition = criterion.condition();
        String another = actual.isNumber()
                ? actual.decimalValue().add(BigDecimal.ONE).toPlainString()
                : actual.isBoolean() ? String.valueOf(!actual.booleanValue()) : "'" + actual.asText() + "-other'";
        return List.of(
                new Mutant(step + ", negated: " + condition, condition, condition.replaceFirst("==", "!=")),
                new Mutant(step + ", another value: " + condition, condition, condition.replace(other, another)));
    }

    /** Red or not, by mutant. */
    private static Map<String, Boolean> verdicts(Path file, Map<String, String> locations) throws Exception {
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        byte[] text = Files.readAllBytes(file);
        Optional<ArazzoDocument> document =
                DocumentReader.read(file.toUri(), text, ReadLimits.DEFAULT).document();
        if (document.isEmpty()) {
            return verdicts;
        }
        for (Workflow workflow : document.get().workflows()) {
            boolean reads = workflow.steps().stream()
                    .flatMap(step -> step.successCriteria().stream())
                    .anyMatch(criterion -> criterion.condition().contains("==")
                            && !criterion.condition().contains("$statusCode"));
            if (!reads) {
                continue;
            }
            Run run = new Run(text, file, locations, workflow.workflowId());
            for (Mutant mutant : run.passed ? mutants(workflow, run) : List.<Mutant>of()) {
                byte[] changed = changed(new String(text, StandardCharsets.UTF_8), workflow, mutant)
                        .getBytes(StandardCharsets.UTF_8);
                verdicts.put(
                        file.getFileName() + " " + workflow.workflowId() + "/" + mutant.name(),
                        !new Run(changed, file, locations, workflow.workflowId()).passed);
            }
        }
        return verdicts;
    }

    /** The first place of the condition behind the workflow's id. */
    private static String changed(String text, Workflow workflow, Mutant mutant) {
        int start = text.indexOf(workflow.workflowId());
        int place = text.indexOf(mutant.before(), Math.max(start, 0));
        assertThat(place).as(mutant.name()).isNotNegative();
        return text.substring(0, place)
                + mutant.after()
                + text.substring(place + mutant.before().length());
    }

    @Test
    void made_answers_of_the_samples_do_not_bend_to_changed_criteria(TestReporter reporter) throws Exception {
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".arazzo.yaml"))
                    .sorted()
                    .toList()) {
                verdicts.putAll(verdicts(file, Map.of()));
            }
        }

        check(verdicts, 8, reporter);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "shared.documents",
            matches = ".+",
            disabledReason = "the public documents are not part of the repository")
    void made_answers_of_public_documents_do_not_bend_to_changed_criteria(TestReporter reporter) throws Exception {
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        for (CorpusDocument document : CorpusDocuments.all()) {
            verdicts.putAll(verdicts(document.file(), document.locations()));
        }

        check(verdicts, 12, reporter);
    }

    private static void check(Map<String, Boolean> verdicts, int least, TestReporter reporter) {
        List<String> green = verdicts.entrySet().stream()
                .filter(verdict -> !verdict.getValue())
                .map(Map.Entry::getKey)
                .toList();
        reporter.publishEntry(Map.of(
                "mutants",
                String.valueOf(verdicts.size()),
                "green",
                green.isEmpty() ? "none" : String.join("\n", green)));
        assertThat(verdicts).hasSizeGreaterThanOrEqualTo(least);
        assertThat(green).as("green of " + verdicts.size()).hasSizeLessThanOrEqualTo(verdicts.size() / 20);
    }
}
