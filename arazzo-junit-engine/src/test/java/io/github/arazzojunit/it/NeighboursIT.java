package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.it.TestReport.Suite;
import io.github.arazzojunit.it.TestReport.TestCase;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine beside other versions of the libraries that it uses. */
class NeighboursIT {

    private static final String SUREFIRE = "3.6.1";

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    @ParameterizedTest(name = "{0} with JUnit {1} through {2}")
    @CsvSource({
        "none, 6.1.3, jdk",
        "none, 5.13.4, rest-assured",
        "wiremock, 6.1.3, rest-assured",
        "wiremock-jetty12, 6.1.3, jdk",
        "wiremock-standalone-3.9.2, 6.1.3, jdk",
        "json-schema-validator, 6.1.3, jdk",
        "jsr310-2.18.4, 6.1.3, jdk",
        "snakeyaml-1.33, 6.1.3, jdk",
        "boot-3.1.12, 5.13.4, rest-assured",
        "boot-3.5.7, 5.13.4, jdk",
        "boot-4.1.2, own, jdk"
    })
    void runs_without_a_word_beside(String neighbour, String junit, String transport) {
        Build build = module(neighbour, junit)
                .run("test", profiles(neighbour, junit), "-Darazzo.http.transport=" + transport)
                .succeeds();

        assertRuns(build);
    }

    @ParameterizedTest(name = "{0} with JUnit {1}")
    @CsvSource({
        "jackson-annotations-2.17, 6.1.3, jackson-annotations-2.17.3.jar, Import com.fasterxml.jackson:jackson-bom of",
        "jsr310-2.13.5, 6.1.3, jackson-databind-2.13.5.jar, Import com.fasterxml.jackson:jackson-bom of",
        "snakeyaml-1.30, 6.1.3, snakeyaml-1.30.jar, Set the version of org.yaml:snakeyaml to",
        "wiremock-standalone-3.3.1, 6.1.3, wiremock-standalone-3.3.1.jar, Set the version of org.wiremock:wiremock-standalone to",
        "boot-2.7.18, 5.13.4, snakeyaml-1.30.jar, set the property 'snakeyaml.version'",
        "boot-3.0.13, 5.13.4, jackson-databind-2.14.3.jar, set the property 'jackson-bom.version'"
    })
    void names_the_library_that_is_too_old_and_what_to_do(
            String neighbour, String junit, String library, String remedy) {
        Suite suite = module(neighbour, junit)
                .run("test", profiles(neighbour, junit))
                .fails()
                .surefire()
                .only();

        assertThat(suite.testCases().stream()
                        .filter(test -> test.results().contains("failure"))
                        .map(TestCase::message))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("The class path has " + library, remedy));
        assertThat(suite.errors()).isZero();
    }

    @Test
    void a_JUnit_of_an_old_Spring_Boot_says_that_it_is_too_old() {
        Suite suite = module("boot-2.7.18", "own")
                .run("test", profiles("boot-2.7.18", "own"))
                .fails()
                .surefire()
                .only();

        assertThat(suite.lines()).containsExactly("org.example.WorkflowsTest: JUnit is too old for Arazzo [failure]");
        assertThat(suite.testCases().get(0).message()).contains("The JUnit Platform on the class path is 1.8.2");
    }

    @Test
    void tests_with_a_module_of_their_own_run() {
        Build build = UserModule.of(ENGINE, "neighbours-modular", new Cell(SUREFIRE, "5.13.4"), "neighbours")
                .run("test", profiles("none", "5.13.4"))
                .succeeds();

        assertRuns(build);
    }

    /** JUnit 6 and WireMock both bring the package org.jspecify.annotations, which the JVM refuses. */
    @Test
    void tests_with_a_module_of_their_own_run_on_the_class_path_with_JUnit_6() {
        Build build = UserModule.of(ENGINE, "neighbours-modular", new Cell(SUREFIRE, "6.1.3"), "neighbours")
                .run("test", profiles("none", "6.1.3"), "-Dsurefire.useModulePath=false")
                .succeeds();

        assertRuns(build);
    }

    private static void assertRuns(Build build) {
        Suite suite = build.surefire().only();
        assertThat(suite.lines())
                .containsExactly(
                        "org.example.WorkflowsTest: lend-book › lend", "org.example.WorkflowsTest: lend-book › find");
        assertThat(suite.counts()).isEqualTo("2 tests, 0 failures, 0 errors, 0 skipped");
        assertThat(build.output()).doesNotContain("SLF4J", "Unknown keyword");
    }

    private static UserModule module(String neighbour, String junit) {
        return UserModule.of(ENGINE, "neighbours", new Cell(SUREFIRE, junit));
    }

    private static String profiles(String neighbour, String junit) {
        return Stream.of(junit.equals("own") ? "" : "junit", neighbour.equals("none") ? "" : neighbour, "engine")
                .filter(profile -> !profile.isEmpty())
                .collect(Collectors.joining(",", "-P", ""));
    }
}
