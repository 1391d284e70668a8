package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.it.TestReport.Suite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to bind the engine reports the same tests, with every supported Surefire and JUnit. */
class BindingsIT {

    /** In the order in which they run: a called step is finished before its caller. */
    private static final List<String> TESTS = List.of(
            "send-parcel › send",
            "send-parcel › find",
            "send-twice › first › send",
            "send-twice › first › find",
            "send-twice › first",
            "send-twice › second",
            "find-or-send › find [skipped]",
            "find-or-send › send",
            "find-or-send › pick-up [skipped]",
            "send-weighed › letter › send",
            "send-weighed › crate › send");

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    @ParameterizedTest(name = "Surefire {0}, JUnit {1}")
    @CsvSource({"3.5.6, 5.13.4", "3.5.6, 6.0.3", "3.6.1, 6.1.3"})
    void a_class_has_every_step_as_a_test(String surefire, String junit) {
        Suite suite = report("class", surefire, junit);
        assertHas(suite, "org.example.WorkflowsTest", tests("org.example.WorkflowsTest: "));
    }

    @ParameterizedTest(name = "Surefire {0}, JUnit {1}")
    @CsvSource({"3.5.6, 6.1.3", "3.6.1, 5.13.4"})
    void a_module_without_java_runs_its_documents_through_the_class_of_the_engine(String surefire, String junit) {
        Suite suite = report("carrier", surefire, junit);
        String carrier = "io.github.arazzojunit.ArazzoDocumentsTest";
        assertHas(suite, carrier, tests(carrier + ": "));
    }

    /** Surefire names a suite by its simple name, and knows the steps of all its documents by their names alone. */
    @ParameterizedTest(name = "Surefire {0}, JUnit {1}")
    @CsvSource({"3.5.6, 5.14.4", "3.6.1, 6.0.3"})
    void a_suite_has_every_step_as_a_test_named_with_its_document(String surefire, String junit) {
        Suite suite = report("suite", surefire, junit);
        assertHas(suite, "org.example.WorkflowsTest", tests("WorkflowsTest: parcels.arazzo.yaml › "));
    }

    private static Suite report(String binding, String surefire, String junit) {
        return UserModule.of(ENGINE, binding, new Cell(surefire, junit))
                .run("test")
                .succeeds()
                .surefire()
                .only();
    }

    private static Stream<String> tests(String prefix) {
        return TESTS.stream().map(test -> prefix + test);
    }

    private static void assertHas(Suite suite, String name, Stream<String> tests) {
        assertThat(suite.name()).isEqualTo(name);
        assertThat(suite.lines()).containsExactlyElementsOf(tests.toList());
        assertThat(suite.counts()).isEqualTo("11 tests, 0 failures, 0 errors, 2 skipped");
        assertThat(suite.testCase("find-or-send › find").message())
                .as("the failure that 'goto' took over")
                .contains("$statusCode == 200", "404", "parcels.arazzo.yaml:");
        assertThat(suite.testCase("find-or-send › pick-up").message()).startsWith("not reached: 'find' jumped over it");
    }
}
