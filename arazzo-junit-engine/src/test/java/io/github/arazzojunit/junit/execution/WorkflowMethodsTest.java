package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.arazzojunit.AfterWorkflow;
import io.github.arazzojunit.ArazzoInputs;
import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.BeforeWorkflow;
import io.github.arazzojunit.WorkflowContext;
import io.github.arazzojunit.WorkflowOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.TestAbortedException;

/** What methods with {@code @BeforeWorkflow} and {@code @AfterWorkflow} see and decide. */
class WorkflowMethodsTest {

    private static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

    private static final String OK = read("get", "o-1", "outputs: {state: $response.body#/state}");
    private static final String RED = read("get", "o-1", criteria("$statusCode == 404"));

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @BeforeEach
    void setUp() {
        CALLS.clear();
        scenario.answer("GET /orders/o-1", 200, "{\"state\": \"open\"}");
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Noting {

        @BeforeWorkflow
        static void before(WorkflowContext workflow) {
            CALLS.add("before " + workflow.workflowId() + " " + workflow.row().orElse("-") + " " + workflow.inputs());
        }

        @AfterWorkflow
        static void after(WorkflowOutcome outcome, String workflowId, Map<String, ?> inputs) {
            CALLS.add("after " + workflowId + " " + inputs + " " + outcome.isSuccessful() + " " + outcome.outputs()
                    + outcome.failure()
                            .map(failure -> " " + failure.getMessage())
                            .orElse(""));
        }
    }

    @Test
    void methods_are_called_before_and_after_the_workflow_with_its_inputs_and_outputs() {
        scenario.workflows(workflow(
                "look",
                List.of(OK),
                "inputs: {type: object, properties: {size: {type: integer, default: 3}}}",
                "outputs: {state: $steps.get.outputs.state}"));

        assertThat(run(Noting.class).ends()).contains("look › get SUCCESSFUL", "look SUCCESSFUL");
        assertThat(CALLS).containsExactly("before look - {size=3}", "after look {size=3} true {state=open}");
    }

    @Test
    void each_row_is_a_run() {
        scenario.workflows(workflow("look", List.of(OK), "inputs: {type: object, properties: {size: {}}}"))
                .file(
                        "shop.arazzo.inputs.yaml",
                        "look: [{name: small, inputs: {size: 1}}, {name: large, inputs: {size: 9}}]");
        run(Noting.class);

        assertThat(CALLS)
                .containsExactly(
                        "before look small {size=1}",
                        "after look {size=1} true {}",
                        "before look large {size=9}",
                        "after look {size=9} true {}");
    }

    @Test
    void a_workflow_that_a_step_calls_or_that_another_depends_on_is_part_of_the_run_that_needs_it() {
        scenario.workflows(
                workflow("caller", List.of(step("call", "workflowId: look")), "dependsOn: [first]"),
                workflow("first", List.of(OK)),
                workflow("look", List.of(OK)));
        run(Noting.class, "arazzo.filter.workflow", "caller");

        assertThat(CALLS).containsExactly("before caller - {}", "after caller {} true {}");
    }

    @Test
    void a_red_step_is_what_the_method_behind_it_sees() {
        scenario.workflows(workflow("look", List.of(RED)));

        assertThat(run(Noting.class).ends()).contains("look › get FAILED", "look SUCCESSFUL");
        assertThat(CALLS).last().asString().startsWith("after look {} false {} get: 1 of 1 success criterion not met");
    }

    @Test
    void nothing_is_called_for_a_workflow_that_is_not_valid() {
        scenario.workflows(workflow("look", List.of(step("get", "operationId: unknown"))));

        assertThat(run(Noting.class).ends()).contains("look FAILED");
        assertThat(CALLS).isEmpty();
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Preparing {

        private static String id = "nobody";

        @BeforeWorkflow
        static void create() {
            id = "o-1";
        }

        @ArazzoInputs("look")
        static Map<String, ?> inputs() {
            return Map.of("id", id);
        }
    }

    @Test
    void a_method_that_does_not_ask_for_the_inputs_prepares_them() {
        scenario.workflows(
                workflow("look", List.of(read("get", "$inputs.id")), "inputs: {type: object, properties: {id: {}}}"));

        assertThat(run(Preparing.class).ends()).contains("look › get SUCCESSFUL");
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Changing {

        @BeforeWorkflow
        static void change(Map<String, Object> inputs) {
            inputs.put("id", "o-1");
        }
    }

    @Test
    void inputs_cannot_be_changed() {
        scenario.workflows(workflow("look", List.of(OK)));

        assertThat(run(Changing.class).failure("look")).isInstanceOf(UnsupportedOperationException.class);
    }

    interface Mixin {

        @BeforeWorkflow
        static void ofInterface() {
            CALLS.add("before, interface");
        }
    }

    static class Base implements Mixin {

        @BeforeWorkflow
        static void beforeOfBase() {
            CALLS.add("before, superclass");
        }

        @AfterWorkflow
        static void afterOfBase() {
            CALLS.add("after, superclass");
        }
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Derived extends Base {

        @BeforeWorkflow
        private static void second() {
            CALLS.add("before, class");
        }

        @AfterWorkflow
        private static void first() {
            CALLS.add("after, class");
        }
    }

    @Test
    void methods_of_superclasses_come_first_before_and_last_after() {
        scenario.workflows(workflow("look", List.of(OK)));
        run(Derived.class);

        assertThat(CALLS)
                .containsExactly(
                        "before, interface",
                        "before, superclass",
                        "before, class",
                        "after, class",
                        "after, superclass");
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class FailingBefore extends Noting {

        @BeforeWorkflow
        static void fail() throws IOException {
            throw new IOException("no database");
        }
    }

    @Test
    void an_exception_before_fails_the_workflow_with_its_own_stack_trace_and_skips_the_steps() {
        scenario.workflows(workflow("look", List.of(OK)));
        Execution execution = run(FailingBefore.class);

        assertThat(execution.ends())
                .contains(
                        "look › get SKIPPED not reached: a method with @BeforeWorkflow failed",
                        "look FAILED",
                        "FailingBefore SUCCESSFUL");
        assertThat(execution.failure("look"))
                .isInstanceOf(IOException.class)
                .hasMessage("no database")
                .satisfies(failure ->
                        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("fail"));
        assertThat(CALLS).containsExactly("before look - {}", "after look {} false {} no database");
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Assuming {

        @BeforeWorkflow
        static void assume() {
            throw new TestAbortedException("no database today");
        }
    }

    @Test
    void a_failed_assumption_before_aborts_the_workflow() {
        scenario.workflows(workflow("look", List.of(OK)));

        assertThat(run(Assuming.class).ends()).contains("look ABORTED");
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class FailingAfter extends Noting {

        @AfterWorkflow
        static void fail() {
            throw new AssertionError("an order is left");
        }

        @AfterWorkflow
        static void failAsWell() {
            throw new AssertionError("a customer is left");
        }
    }

    @Test
    void an_exception_after_fails_the_workflow_and_keeps_no_other_method_from_running() {
        scenario.workflows(workflow("look", List.of(OK)));
        Execution execution = run(FailingAfter.class);

        assertThat(execution.ends()).contains("look › get SUCCESSFUL", "look FAILED");
        Throwable failure = execution.failure("look");
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageEndingWith("is left");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(CALLS).contains("after look {} true {}");
    }

    @Test
    void an_exception_after_is_suppressed_where_the_workflow_is_red_already() {
        scenario.workflows(workflow(
                "look", List.of(OK), "inputs: {type: object, required: [id], properties: {id: {type: string}}}"));
        Throwable failure = run(FailingAfter.class).failure("look");

        assertThat(failure).hasMessageContaining("The inputs of workflow 'look' are not valid");
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder("an order is left", "a customer is left");
    }

    @Test
    void the_report_tells_what_failed_around_the_workflow(@TempDir Path folder) throws IOException {
        scenario.workflows(workflow("look", List.of(OK)));
        run(FailingBefore.class, "arazzo.report", folder.toString());

        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("look (@BeforeWorkflow)", "java.io.IOException: no database");
    }

    @Test
    void workflows_that_run_at_the_same_time_get_their_own_contexts() {
        scenario.workflows(
                workflow("one", List.of(OK)),
                workflow("two", List.of(OK)),
                workflow("three", List.of(OK)),
                workflow("four", List.of(OK)));
        run(Noting.class, "arazzo.execution.parallel.enabled", "true");

        assertThat(CALLS).hasSize(8);
        for (String workflowId : List.of("one", "two", "three", "four")) {
            assertThat(CALLS)
                    .filteredOn(call -> call.contains(" " + workflowId + " "))
                    .containsExactly("before " + workflowId + " - {}", "after " + workflowId + " {} true {}");
        }
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Wrong {

        @BeforeWorkflow
        void prepare() {
            CALLS.add("called");
        }

        @AfterWorkflow
        static String clean(WorkflowContext context, int number, WorkflowContext again) {
            CALLS.add("called");
            return "";
        }

        @BeforeWorkflow
        static void early(WorkflowOutcome outcome, Map<String, Integer> inputs) {
            CALLS.add("called");
        }
    }

    @Test
    void methods_that_cannot_be_called_are_one_failing_test_that_names_them_and_the_remedy() {
        scenario.workflows(workflow("look", List.of(OK)));
        Execution execution = run(Wrong.class);

        assertThat(execution.ends()).containsExactly("methods FAILED", "Wrong SUCCESSFUL");
        assertThat(execution.failure("methods").getMessage())
                .contains(
                        "WorkflowMethodsTest$Wrong.prepare has @BeforeWorkflow and so has to be static",
                        "WorkflowMethodsTest$Wrong.clean has @AfterWorkflow and so has to return nothing",
                        ".clean has @AfterWorkflow and so has to have other parameters: int is not one that it can get."
                                + " Take any of WorkflowContext, String (the workflowId), Map<String, ?> (the inputs),"
                                + " WorkflowOutcome, each once, in any order.",
                        "io.github.arazzojunit.WorkflowContext can be there only once",
                        ".early has @BeforeWorkflow and so has to have other parameters:"
                                + " io.github.arazzojunit.WorkflowOutcome is not one that it can get",
                        "java.util.Map<java.lang.String, java.lang.Integer> is not one that it can get",
                        "No workflow of " + Wrong.class.getName() + " was run.");
        assertThat(CALLS).isEmpty();
    }

    @Test
    void a_failing_test_for_methods_can_be_run_again_by_its_unique_id() {
        scenario.workflows(workflow("look", List.of(OK)));
        TestDescriptor failure = run(Wrong.class).node("methods");

        assertThat(scenario.run(selectUniqueId(failure.getUniqueId())).ends())
                .containsExactly("methods FAILED", "Wrong SUCCESSFUL");
        UniqueId step = UniqueId.forEngine("arazzo")
                .append("class", Wrong.class.getName())
                .append("document", "shop.arazzo.yaml")
                .append("workflow", "look")
                .append("step", "get");
        assertThat(scenario.run(selectUniqueId(step)).ends()).containsExactly("methods FAILED", "Wrong SUCCESSFUL");
    }

    private Execution run(Class<?> testClass) {
        return scenario.run(selectClass(testClass));
    }

    private Execution run(Class<?> testClass, String key, String value) {
        return scenario.configure(key, value).run(selectClass(testClass));
    }
}
