package io.github.arazzojunit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks a static method that is called before each run of a workflow: to reset a database, to create what the workflow
 * finds.
 *
 * <p>On a static method of a class with {@link ArazzoTest}, of its superclasses or of its interfaces, that returns
 * nothing. It may have any of these parameters, each once, in any order:
 *
 * <ul>
 *   <li>{@link WorkflowContext}: which workflow runs, with which row and inputs;
 *   <li>{@code String}: the {@code workflowId};
 *   <li>{@code Map<String, ?>}: the inputs, see {@link WorkflowContext#inputs()}. They cannot be changed; {@link
 *       ArazzoInputs} gives some.
 * </ul>
 *
 * <p>A run is one node with steps below a class: each row of inputs, and each branch, is one of its own. Workflows that
 * a step calls, that a {@code goto} hands over to or that another workflow depends on run as part of the run that needs
 * them; the method is called again only where they have a node of their own. A workflow that the check before the run
 * finds invalid has no run, so that nothing is called for it.
 *
 * <p>Methods of superclasses are called first, in the order in which Jupiter calls its own. An exception fails the
 * workflow (an exception that aborts a test, as a failed assumption does, aborts it): its steps and the other methods
 * with this annotation are skipped, those with {@link AfterWorkflow} are still called. Workflows that run at the same
 * time call it at the same time.
 *
 * <pre>{@code
 * @BeforeWorkflow
 * static void emptyBasket(WorkflowContext workflow) {
 *     database.deleteOrdersOf(workflow.inputs().get("customerId"));
 * }
 * }</pre>
 *
 * <p>A method that is not static, returns something or has another parameter is a failing test in place of the
 * workflows of the class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface BeforeWorkflow {}
