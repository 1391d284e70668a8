package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.contract.CheckedInputs;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.criterion.CriterionEvaluator;
import io.github.arazzojunit.criterion.Selectors;
import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What all invocations of one root workflow share: limits, values of completed workflows, the environment. */
final class Interpreter {

    private final RunEnvironment environment;
    private final WorkflowChecks checks;
    private final Prerequisites prerequisites;
    private final BiConsumer<LinkedDocument, Workflow> runAsRoot;
    private final RunBudget budget;
    private final CompletedWorkflows completed = new CompletedWorkflows();
    private final ActionSelector selector;
    private final AttemptRun attempts;
    private final WorkflowCalls calls;
    private final ValueEvaluator values10;
    private final ValueEvaluator values11;

    Interpreter(
            RunEnvironment environment,
            WorkflowChecks checks,
            Prerequisites prerequisites,
            BiConsumer<LinkedDocument, Workflow> runAsRoot) {
        this.environment = environment;
        this.checks = checks;
        this.prerequisites = prerequisites;
        this.runAsRoot = runAsRoot;
        this.budget = new RunBudget(environment.settings(), environment.clock(), environment.cancellation());
        Selectors selectors = new Selectors(CriterionEvaluator.DEFAULT_TIME_LIMIT);
        this.values10 = new ValueEvaluator(selectors, false);
        this.values11 = new ValueEvaluator(selectors, true);
        CriterionEvaluator criteria = new CriterionEvaluator(CriterionEvaluator.DEFAULT_TIME_LIMIT);
        this.selector = new ActionSelector(criteria);
        this.calls = new WorkflowCalls(this);
        this.attempts = new AttemptRun(this, new OperationCall(this, environment.target()), calls, criteria);
    }

    RunSettings settings() {
        return environment.settings();
    }

    /** The failure action that a visit is to take. */
    Optional<Branch> branch(StepVisit visit) {
        return environment
                .branch()
                .filter(branch -> branch.step() == visit.step() && visit.number() == 1)
                .filter(branch -> visit.invocation().cause() == Invocation.Cause.ROOT);
    }

    Clock clock() {
        return environment.clock();
    }

    RunBudget budget() {
        return budget;
    }

    ActionSelector selector() {
        return selector;
    }

    AttemptRun attempts() {
        return attempts;
    }

    WorkflowCalls calls() {
        return calls;
    }

    CompletedWorkflows completed() {
        return completed;
    }

    /** Selector Objects exist from 1.1 on; in a 1.0 document an object of that shape is data (AMB-27). */
    ValueEvaluator values(LinkedDocument document) {
        return document.document().isVersion10() ? values10 : values11;
    }

    ObjectNode configuredInputs(LinkedDocument document, Workflow workflow) {
        return environment.inputs().inputs(document, workflow);
    }

    ObjectNode newObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    void publish(RunEvent event) {
        environment.listener().onEvent(event);
    }

    void sleep(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            environment.sleeper().sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunBudget.ExceededException("The run was interrupted while it waited for a retry.");
        }
    }

    /** Runs an invocation to its end, prerequisites first (WF-23, WF-27). */
    WorkflowResult execute(Invocation invocation) {
        return execute(invocation, Set.of());
    }

    /**
     * Runs an invocation.
     *
     * @param onlySteps ids of the steps after which the rest is left out; empty runs all
     */
    WorkflowResult execute(Invocation invocation, Set<String> onlySteps) {
        Deque<Invocation> open = new ArrayDeque<>();
        Deque<InvocationState> states = new ArrayDeque<>();
        try {
            InvocationEnd end = begin(invocation, new HashSet<>(onlySteps), open, states);
            // A loop, because workflows may hand over to each other as often as there may be steps.
            while (end instanceof InvocationEnd.HandedOver handedOver) {
                end = begin(handedOver.next(), new HashSet<>(), open, states);
            }
            WorkflowResult result = ((InvocationEnd.Completed) end).result();
            states.forEach(
                    state -> completed.completed(state.invocation(), state.inputs(), result, state.stepOutputs()));
            open.forEach(each -> publish(new RunEvent.WorkflowFinished(each, result)));
            return result;
        } catch (RunBudget.ExceededException e) {
            WorkflowResult.Status status = e instanceof RunBudget.CancelledException
                    ? WorkflowResult.Status.ABORTED
                    : WorkflowResult.Status.FAILED;
            open.forEach(
                    each -> publish(new RunEvent.WorkflowFinished(each, WorkflowResult.of(status, e.getMessage()))));
            throw e;
        }
    }

    /**
     * Runs an invocation until it ends or hands over.
     *
     * @param open takes the invocation, the latest first
     * @param states takes its state if it comes to run
     */
    private InvocationEnd begin(
            Invocation invocation, Set<String> wanted, Deque<Invocation> open, Deque<InvocationState> states) {
        publish(new RunEvent.WorkflowStarted(invocation));
        open.push(invocation);
        budget.enterWorkflow(invocation);
        List<Finding> errors =
                checks.check(invocation.document(), invocation.workflow()).errors();
        if (!errors.isEmpty()) {
            return new InvocationEnd.Completed(
                    failed("Workflow '" + invocation.workflow().workflowId() + "' is not valid and was not started:\n  "
                            + errors.stream().map(Finding::toString).collect(Collectors.joining("\n  "))));
        }
        budget.checkCancelled();
        Optional<WorkflowResult> prevented = prerequisites.require(invocation, completed, runAsRoot);
        budget.checkCancelled();
        if (prevented.isPresent()) {
            return new InvocationEnd.Completed(prevented.get());
        }
        CheckedInputs inputs = invocation.document().checkInputs(invocation.workflow(), invocation.inputs());
        if (!inputs.violations().isEmpty()) {
            return new InvocationEnd.Completed(failed("The inputs of workflow '"
                    + invocation.workflow().workflowId() + "' are not valid; no request was sent:\n  "
                    + inputs.violations().stream()
                            .map(new InputPlaces(invocation, inputs.inputs())::describe)
                            .collect(Collectors.joining("\n  "))
                    + "\n" + remedyOfInputs(invocation, inputs.violations())));
        }
        List<String> notes = inputs.remarks().stream()
                .map(remark -> "input " + new InputPlaces(invocation, inputs.inputs()).describe(remark))
                .toList();
        InvocationState state = new InvocationState(invocation, inputs.inputs(), notes, completed);
        states.push(state);
        return new InvocationRun(this, state, wanted).run();
    }

    private static String remedyOfInputs(Invocation invocation, List<Violation> violations) {
        if (violations.stream()
                .anyMatch(violation -> violation.instancePointer().isEmpty()
                        && violation.schemaPointer().endsWith("/type"))) {
            return "Write a schema of type object: the inputs of a workflow are an object, whatever is given.";
        }
        return switch (invocation.cause()) {
            case ROOT, PREREQUISITE ->
                "Give them in the file of inputs beside the document, or set 'arazzo.inputs."
                        + invocation.workflow().workflowId() + ".<name>'.";
            case CALL -> "Pass them as parameters of the step that calls the workflow.";
            case TRANSFER, RETRY_REFERENCE ->
                "Pass them as parameters of the action, or set 'arazzo.inputs."
                        + invocation.workflow().workflowId() + ".<name>'.";
        };
    }

    WorkflowResult failed(String problem) {
        return WorkflowResult.of(WorkflowResult.Status.FAILED, problem);
    }
}
