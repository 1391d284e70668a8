package io.github.arazzojunit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Names the base URL of one source: requests to that source go there instead of to the stub server.
 *
 * <p>On a static method without parameters or on a static field of a class with {@link ArazzoTest}. Its value is a
 * {@link String} or {@link java.net.URI} with the base URL, an {@code int} with a port of {@code localhost}, or a {@code
 * GenericContainer} of Testcontainers with an exposed port. It is asked for once, when the class starts. A container is
 * started then, unless it runs already, and stopped at the end of the class; requests go to its first exposed port.
 * {@code null}, another type or a second member for the same source fails the class. It wins over the configuration parameters {@code
 * arazzo.server.<source>} and {@code arazzo.container.<source>}.
 *
 * <pre>{@code
 * @ArazzoServer("orders")
 * static int port() {
 *     return server.port();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface ArazzoServer {

    /** The {@code name} of the source description. */
    String value();

    /**
     * Where the server gives the description of the source, which is then used instead of the one that the document
     * names: a path behind the base URL, for example {@code /v3/api-docs}, or a whole URL. Loaded when the class has
     * started. Empty for the description that the document names.
     */
    String description() default "";
}
