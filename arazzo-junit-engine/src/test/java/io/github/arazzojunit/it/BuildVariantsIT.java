package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.it.TestReport.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Builds that differ from the plain one: with a selection, with Failsafe, with other versions. */
class BuildVariantsIT {

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    @Test
    void class_and_tags_on_the_command_line_select_steps() {
        Suite suite = UserModule.of(ENGINE, "selection", new Cell("3.6.1", "5.14.4"))
                .run("test", "-Dtest=WorkflowsTest", "-Dgroups=smoke", "-DexcludedGroups=slow")
                .succeeds()
                .surefire()
                .only();

        assertThat(suite.lines()).containsExactly("org.example.WorkflowsTest: send-parcel › send");
        assertThat(suite.counts()).isEqualTo("1 tests, 0 failures, 0 errors, 0 skipped");
    }

    /** The stub of this module answers only requests with the headers that the user's method sets. */
    @Test
    void failsafe_runs_workflows_through_the_REST_Assured_that_the_user_chose() {
        Build build = UserModule.of(ENGINE, "failsafe", new Cell("3.6.1", "6.1.3"))
                .run("verify")
                .succeeds();

        assertThat(build.surefire().suites()).isEmpty();
        Suite suite = build.failsafe().only();
        assertThat(suite.lines())
                .containsExactly(
                        "org.example.WorkflowsIT: send-parcel › send", "org.example.WorkflowsIT: send-parcel › find");
        assertThat(suite.counts()).isEqualTo("2 tests, 0 failures, 0 errors, 0 skipped");
    }

    @Test
    void a_JUnit_that_is_too_old_is_one_failing_test_that_says_so() {
        Suite suite = UserModule.of(ENGINE, "class", new Cell("3.6.1", "5.12.2"))
                .run("test")
                .fails()
                .surefire()
                .only();

        assertThat(suite.lines()).containsExactly("org.example.WorkflowsTest: JUnit is too old for Arazzo [failure]");
        assertThat(suite.counts()).isEqualTo("1 tests, 1 failures, 0 errors, 0 skipped");
        assertThat(suite.testCase("JUnit is too old for Arazzo").message())
                .contains("The JUnit Platform on the class path is 1.12.2", "import org.junit:junit-bom of 5.13.4");
    }
}
