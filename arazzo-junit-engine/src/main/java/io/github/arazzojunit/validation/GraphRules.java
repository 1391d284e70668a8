package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.validation.Knowledge.KnownWorkflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Workflows that wait for themselves or call themselves without end (WF-24, STP-49). */
final class GraphRules {

    private final Inspection inspection;

    private GraphRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        GraphRules rules = new GraphRules(inspection);
        Optional<List<String>> waiting = rules.cycle(GraphRules::prerequisites);
        if (waiting.isPresent()) {
            inspection.report(
                    ValidationRule.DEPENDENCY_CYCLE,
                    Spot.of(inspection.workflow().source()).field("dependsOn"),
                    "The workflow depends on itself: " + String.join(" -> ", waiting.get()) + ".",
                    "Remove one of these dependencies.");
            return;
        }
        rules.cycle(workflow -> Stream.concat(prerequisites(workflow), certainCalls(workflow)))
                .ifPresent(path -> inspection.report(
                        ValidationRule.ENDLESS_RECURSION,
                        Spot.of(inspection.workflow().source()).field("workflowId"),
                        "The workflow calls itself, and nothing can keep it from doing so again: "
                                + String.join(" -> ", path) + ".",
                        "Remove one of the calls or dependencies, or make a call depend on a criterion."));
    }

    /** What a workflow leads to in any case. */
    @FunctionalInterface
    private interface Edges {
        Stream<String> from(Workflow workflow);
    }

    private Optional<List<String>> cycle(Edges edges) {
        KnownWorkflow start = new KnownWorkflow(inspection.document(), inspection.workflow(), inspection.knowledge());
        return path(start, start, edges, new HashSet<>()).map(path -> {
            List<String> whole = new ArrayList<>(List.of(start.workflow().workflowId()));
            whole.addAll(path);
            return whole;
        });
    }

    private static Optional<List<String>> path(KnownWorkflow from, KnownWorkflow to, Edges edges, Set<String> visited) {
        for (String reference : edges.from(from.workflow()).toList()) {
            Optional<KnownWorkflow> next = from.knowledge().workflow(reference);
            if (next.isEmpty()) {
                continue;
            }
            if (next.get().identity().equals(to.identity())) {
                return Optional.of(List.of(reference));
            }
            Optional<List<String>> rest =
                    visited.add(next.get().identity()) ? path(next.get(), to, edges, visited) : Optional.empty();
            if (rest.isPresent()) {
                List<String> path = new ArrayList<>(List.of(
                        reference + " (" + next.get().workflow().source().position() + ")"));
                path.addAll(rest.get());
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static Stream<String> prerequisites(Workflow workflow) {
        return workflow.dependsOn().stream();
    }

    /** Calls that every run makes that does not fail before. */
    private static Stream<String> certainCalls(Workflow workflow) {
        List<String> calls = new ArrayList<>();
        for (Step step : workflow.steps()) {
            if (step.target() instanceof StepTarget.WorkflowCall call) {
                calls.add(call.reference());
            }
            Stream<Action> actions = Stream.concat(
                    Actions.onSuccess(workflow, step).stream(), Actions.onFailure(workflow, step).stream());
            if (actions.anyMatch(action -> !(action instanceof Action.Retry))) {
                break;
            }
        }
        return calls.stream();
    }
}
