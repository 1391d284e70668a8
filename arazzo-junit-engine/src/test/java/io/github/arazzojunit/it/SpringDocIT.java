package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.arazzojunit.it.TestReport.Suite;
import io.github.arazzojunit.it.TestReport.TestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application of Spring Boot against the description that springdoc makes of it while it runs: validation errors, an
 * upload, a download, paging, and what only those with a password may do.
 */
class SpringDocIT {

    private static final String SUREFIRE = "3.6.1";

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    @ParameterizedTest(name = "version {0} of Spring Boot with JUnit {1}")
    @CsvSource({"3, 5.13.4", "4, managed"})
    void an_application_keeps_what_springdoc_says_of_it(String version, String junit) {
        Build build = module(version, junit).run("test").succeeds();

        assertThat(build.surefire().suites())
                .extracting(Suite::name, Suite::counts)
                .containsExactly(
                        tuple("org.example.PrintShopTest", "10 tests, 0 failures, 0 errors, 0 skipped"),
                        tuple("org.example.WorkflowsTest", "10 tests, 0 failures, 0 errors, 0 skipped"));
        assertThat(build.surefire().suites().get(1).lines())
                .containsExactly(
                        "org.example.WorkflowsTest: print-picture › order",
                        "org.example.WorkflowsTest: print-picture › find",
                        "org.example.WorkflowsTest: print-picture › upload",
                        "org.example.WorkflowsTest: print-picture › download",
                        "org.example.WorkflowsTest: refuse-order › too-many",
                        "org.example.WorkflowsTest: refuse-order › missing",
                        "org.example.WorkflowsTest: turn-pages › one",
                        "org.example.WorkflowsTest: turn-pages › first",
                        "org.example.WorkflowsTest: turn-pages › behind",
                        "org.example.WorkflowsTest: refuse-stranger › order");
    }

    @Test
    void an_application_that_leaves_out_what_it_promises_is_red() {
        TestCase order = faulty("no-email", "print-picture › order");

        assertThat(order.message())
                .contains("the response violates the description", "the required member 'email' is missing");
    }

    @Test
    void an_application_that_answers_what_it_does_not_document_is_red() {
        TestCase find = faulty("teapot", "print-picture › find");

        assertThat(find.message()).contains("418");
    }

    private static TestCase faulty(String fault, String step) {
        return module("4", "managed")
                .run("test", "-Dtest=WorkflowsTest", "-Dshop.fault=" + fault)
                .fails()
                .surefire()
                .only()
                .testCase(step);
    }

    private static UserModule module(String version, String junit) {
        return UserModule.of(ENGINE, "springdoc-" + version, new Cell(SUREFIRE, junit), "springdoc");
    }
}
