package io.github.arazzojunit;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** The run of a workflow that a method with {@link BeforeWorkflow} or {@link AfterWorkflow} is called for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface WorkflowContext {

    /** The {@code workflowId}. */
    String workflowId();

    /** Where the document is. */
    URI document();

    /** The name of the row of inputs, or of the branch, that runs; empty where the workflow runs only once. */
    Optional<String> row();

    /**
     * The inputs of this run by name, those that were made and the defaults of the schema among them: strings, numbers
     * ({@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}), booleans, {@code null}, or lists and maps
     * of them. Unmodifiable; {@link ArazzoInputs} gives inputs. They are put together when they are first asked for, at
     * the latest when all methods with {@link BeforeWorkflow} have been called: a method that does not ask can prepare
     * what one with {@link ArazzoInputs} returns.
     */
    Map<String, Object> inputs();
}
