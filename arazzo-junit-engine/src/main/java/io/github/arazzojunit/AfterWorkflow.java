package io.github.arazzojunit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks a static method that is called after each run of a workflow, whatever its result: to remove what it created, to
 * look into a database.
 *
 * <p>What a run is, and which methods are possible, is as for {@link BeforeWorkflow}; one more parameter is possible:
 * {@link WorkflowOutcome}, the result of the run.
 *
 * <p>Methods of superclasses are called last, in the order in which Jupiter calls its own. All are called, even when
 * one of them, or one with {@link BeforeWorkflow}, has thrown an exception. An exception fails the workflow; where the
 * workflow's own node is red already, it is added to that failure as a suppressed one.
 *
 * <pre>{@code
 * @AfterWorkflow
 * static void nothingIsLeft(String workflowId, WorkflowOutcome outcome) {
 *     assertEquals(0, database.openTransactions(), workflowId);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface AfterWorkflow {}
