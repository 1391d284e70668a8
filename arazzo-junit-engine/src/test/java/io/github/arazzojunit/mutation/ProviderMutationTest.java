package io.github.arazzojunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HostList;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.TransportSettings;
import io.github.arazzojunit.runner.RequestTarget;
import io.github.arazzojunit.stub.StubConfiguration;
import io.github.arazzojunit.stub.StubServers;
import io.github.arazzojunit.target.LeasedTarget;
import io.github.arazzojunit.target.TargetSettings;
import io.github.arazzojunit.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes the answers that the samples get from their stubs and makes each of them wrong in one place at a time. What the
 * description or a criterion forbids has to turn the very step red that got the answer; what both allow has to stay
 * green.
 */
class ProviderMutationTest {

    private static final Path SAMPLES = Path.of("../sample-tests/src/test/resources/arazzo");
    private static final String STUBS = "../stubs/src/main/resources/stubs";

    private static StubServers stubs;

    @BeforeAll
    static void readStubs() {
        stubs = new StubServers(new StubConfiguration(List.of(STUBS), 0));
    }

    @AfterAll
    static void stop() {
        stubs.close();
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".arazzo.yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void every_wrong_answer_is_red_and_every_allowed_one_green(Path sample, TestReporter reporter) throws Exception {
        Verdicts verdicts = new Verdicts();
        for (SampleRun run : SampleRun.of(sample)) {
            try (Targets targets = new Targets(
                            new TargetSettings(TargetSettings.Mode.STUB, Map.of(), new HostList(List.of()), true),
                            new JdkTransport(TransportSettings.defaults()),
                            stubs,
                            Map.of());
                    LeasedTarget stub = targets.lease()) {
                examine(run, stub, verdicts);
            }
        }
        verdicts.check(reporter);
        assertThat(verdicts.operators).contains("drop property", "rename", "null", "change type", "array for object");
        assertThat(verdicts.operators).contains("status 500", "undocumented status", "content type", "empty body");
        assertThat(verdicts.operators).contains("truncated JSON");
    }

    @Test
    void a_missing_header_is_red_when_it_is_required_and_green_when_it_is_not(TestReporter reporter) throws Exception {
        Path document = Path.of(ProviderMutationTest.class
                .getResource("/mutation/read-order.arazzo.yaml")
                .toURI());
        HttpResponse order = new HttpResponse(
                200,
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("X-Rate-Limit", "9"),
                        new Header("X-Cached", "true")),
                Bytes.utf8("{\"id\": 1, \"state\": \"paid\", \"lines\": [{\"sku\": \"AB-1\", \"count\": 2}]}"));
        Verdicts verdicts = new Verdicts();

        examine(SampleRun.of(document).get(0), SampleRun.provider(Map.of("GET /orders/1 #1", order)), verdicts);

        verdicts.check(reporter);
        assertThat(verdicts.allowed)
                .containsExactly(
                        "read-order/getOrder GET /orders/1 #1, missing header X-Cached: the header is optional");
        assertThat(verdicts.operators).contains("missing header", "enum out of range");
    }

    private static void examine(SampleRun run, RequestTarget provider, Verdicts verdicts) throws Exception {
        SampleRun.Result good = run.run(provider, "", UnaryOperator.identity());
        assertThat(good.messages()).as(run.workflowId()).isEmpty();
        List<SampleRun.Answer> recorded = good.answers();
        assertThat(run.run(SampleRun.replay(recorded), "", UnaryOperator.identity())
                        .isGreen())
                .as(run.workflowId() + " replayed")
                .isTrue();
        for (SampleRun.Answer answer : recorded) {
            JsonNode description = answer.operation().description().root().value();
            JsonNode operation = answer.operation().source().value();
            for (Mutant mutant : Mutations.of(description, operation, answer.response())) {
                verdicts.judge(
                        run,
                        answer,
                        mutant,
                        run.run(SampleRun.replay(recorded), answer.key(), original -> mutant.response()));
            }
        }
    }

    /** What became of the mutants of one document. */
    private static final class Verdicts {

        private final Set<String> operators = new HashSet<>();
        private final List<String> allowed = new ArrayList<>();
        private final List<String> falseGreens = new ArrayList<>();
        private final List<String> falseReds = new ArrayList<>();
        private int red;

        void judge(SampleRun run, SampleRun.Answer answer, Mutant mutant, SampleRun.Result result) {
            operators.add(mutant.operator());
            String name = run.workflowId() + "/" + answer.stepId() + " " + answer.key() + ", " + mutant;
            boolean judged = mutant.member()
                    .filter(member -> run.judges(answer.stepId(), member))
                    .isPresent();
            boolean read = mutant.member().filter(run::reads).isPresent();
            if (mutant.allowed().isPresent() && !judged && result.isGreen()) {
                allowed.add(name + ": " + mutant.allowed().get());
            } else if (mutant.allowed().isPresent() && !read) {
                falseReds.add(name + ": " + mutant.allowed().get() + ", but " + result.messages());
            } else if (result.isGreen()
                    || mutant.allowed().isEmpty() && !result.red().contains(answer.stepId())) {
                falseGreens.add(name + ", red are " + result.red());
            } else {
                red++;
            }
        }

        void check(TestReporter reporter) {
            assertThat(falseGreens).as("false greens").isEmpty();
            assertThat(falseReds).as("false reds").isEmpty();
            reporter.publishEntry("red", Integer.toString(red));
            allowed.forEach(name -> reporter.publishEntry("allowed", name));
            assertThat(red).isPositive();
        }
    }
}
