package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.arazzojunit.it.TestReport.Suite;
import io.github.arazzojunit.it.TestReport.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An application of Spring Boot as the provider, with the versions of everything that Spring Boot manages: on the random
 * port of a {@code @SpringBootTest}, and started by a class with {@code @ArazzoTest}.
 */
class SpringBootIT {

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    /** Everything is as Spring Boot has it; the versions of the cell are only part of the name. */
    @Test
    void version_4_runs_workflows_against_the_application() {
        assertRuns(UserModule.of(ENGINE, "boot-4", new Cell("managed", "managed"), "boot"));
    }

    @Test
    void version_3_runs_workflows_against_the_application_when_JUnit_is_raised() {
        assertRuns(UserModule.of(ENGINE, "boot-3", new Cell("3.6.1", "5.13.4"), "boot"));
    }

    @Test
    void version_3_with_its_own_JUnit_says_which_property_raises_it() {
        Suite suite = UserModule.of(ENGINE, "boot-3", new Cell("3.6.1", "5.12.2"), "boot")
                .run("test", "-Dtest=WorkflowsTest")
                .fails()
                .surefire()
                .only();

        assertThat(suite.lines()).containsExactly("org.example.WorkflowsTest: JUnit is too old for Arazzo [failure]");
        assertThat(suite.testCase("JUnit is too old for Arazzo").message())
                .contains(
                        "The JUnit Platform on the class path is 1.12.2",
                        "set the property 'junit-jupiter.version' where Spring Boot manages it");
    }

    private static void assertRuns(UserModule module) {
        List<Suite> suites = module.run("test").succeeds().surefire().suites();

        assertThat(suites)
                .extracting(Suite::name, Suite::counts)
                .containsExactly(
                        tuple("org.example.ParcelsTest", "11 tests, 0 failures, 0 errors, 2 skipped"),
                        tuple("org.example.WorkflowsTest", "11 tests, 0 failures, 0 errors, 2 skipped"));
        suites.forEach(suite -> assertThat(suite.lines())
                .contains(suite.name() + ": send-parcel › find", suite.name() + ": send-weighed › crate › send"));
        assertThat(suites.get(0).testCases().stream()
                        .filter(test -> !test.results().isEmpty())
                        .map(TestCase::message))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).containsAnyOf("goto 'send-it'", "jumped over it"));
    }
}
