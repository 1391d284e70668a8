package io.github.arazzojunit;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** How the run of a workflow ended, for a method with {@link AfterWorkflow}. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface WorkflowOutcome {

    /** Whether the workflow neither failed nor was aborted, and none of its steps is red. */
    boolean isSuccessful();

    /** What the workflow's own node or, where that has nothing to say, the first red step reports. Masked. */
    Optional<Throwable> failure();

    /** The outputs of the workflow that have a value, by name, of the types of {@link WorkflowContext#inputs()}. */
    Map<String, Object> outputs();
}
