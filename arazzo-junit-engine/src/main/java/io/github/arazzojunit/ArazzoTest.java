package io.github.arazzojunit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes a class run Arazzo documents: below the class every workflow is a container and every step a test.
 *
 * <pre>{@code
 * @ArazzoTest
 * class WorkflowsTest {}
 * }</pre>
 *
 * <p>The class is never instantiated; its static members may take part, see {@link ArazzoServer},
 * {@link ArazzoInputs}, {@link ArazzoRequest}, {@link BeforeWorkflow} and {@link AfterWorkflow}. The annotation is not inherited, because two classes that run the
 * same documents are rarely meant. It may be used as a meta-annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Testable
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface ArazzoTest {

    /**
     * Where the documents are; none means what {@value Constants#DOCUMENTS_PROPERTY_NAME} says.
     *
     * <ul>
     *   <li>{@code classpath:arazzo/orders.arazzo.yaml}: a resource of the class path, jars included;
     *   <li>{@code classpath:arazzo/*.arazzo.yaml}: all resources that match the glob;
     *   <li>{@code src/test/arazzo/orders.yaml}: a file, relative to the working directory;
     *   <li>{@code src/test/arazzo}: all documents in a directory and below;
     *   <li>{@code src/test/arazzo/**}: all documents that match the glob.
     * </ul>
     *
     * <p>In a glob, {@code *} stays inside one segment of the path, {@code **} does not, and <code>{a,b}</code> offers
     * alternatives. A directory, and a glob with a wildcard in its last segment, gives the {@code .yaml}, {@code .yml} and
     * {@code .json} files that have {@code arazzo} at their root, whatever their names are, and those that are named like
     * documents, whatever is in them. A location at which nothing is found is a failing test.
     */
    String[] value() default {};
}
