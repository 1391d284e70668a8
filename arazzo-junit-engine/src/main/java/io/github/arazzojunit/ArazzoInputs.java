package io.github.arazzojunit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Gives inputs to a workflow.
 *
 * <p>On a static method without parameters of a class with {@link ArazzoTest}. It returns a {@code Map<String, ?>} from
 * the name of an input to its value: {@code null}, a string, number or boolean, or lists and maps of them. It is asked
 * for before each run of the workflow. It wins over the configuration parameters {@code arazzo.inputs.…} and over the
 * file of inputs beside the document. An exception fails the workflow.
 *
 * <pre>{@code
 * @ArazzoInputs("place-order")
 * static Map<String, ?> order() {
 *     return Map.of("sku", "A-1", "quantity", 2);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface ArazzoInputs {

    /** The {@code workflowId}. */
    String value();
}
