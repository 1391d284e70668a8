package io.github.arazzojunit.launch;

import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sees to it that a run that is about a failure action has taken it. */
final class BranchWatch implements RunListener {

    private final List<RunEvent.ActionTaken> taken = new ArrayList<>();

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.ActionTaken action) {
            taken.add(action);
        }
    }

    /** The result, or a failure where everything else is well but the action was not taken. */
    WorkflowResult judge(Branch branch, WorkflowResult result) {
        boolean reached = taken.stream()
                .anyMatch(event ->
                        event.action() == branch.action() && event.visit().step() == branch.step());
        if (reached || !result.passed()) {
            return result;
        }
        return new WorkflowResult(
                WorkflowResult.Status.FAILED,
                result.outputs(),
                Optional.empty(),
                Optional.of("The branch '" + branch + "' was not reached, because step '"
                        + branch.step().stepId() + "' (" + branch.step().position() + ") did not take the action '"
                        + branch.action().name() + "' ("
                        + branch.action().source().position()
                        + "). Is it ever executed, and answered by a made stub?"),
                result.lastExchange(),
                result.notes());
    }
}
