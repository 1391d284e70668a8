package io.github.arazzojunit.jupiter;

import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/**
 * Runs workflows inside of Jupiter tests. A parameter of this type, of a test method, a lifecycle method or the
 * constructor of a class with {@link ArazzoExtension}, is injected.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * @ExtendWith(ArazzoExtension.class)
 * class OrdersTest {
 *
 *     @TestFactory
 *     Stream<DynamicNode> workflows(Arazzo arazzo, @LocalServerPort int port) {
 *         return arazzo.document("place-order.arazzo.yaml").server("orders", port).nodes();
 *     }
 *
 *     @Test
 *     void an_order_gets_an_id(Arazzo arazzo, @LocalServerPort int port) {
 *         Arazzo.Result result = arazzo.document("place-order.arazzo.yaml")
 *                 .server("orders", port)
 *                 .input("place-order", "customerId", 42)
 *                 .run("place-order");
 *         assertThat(result.outputs()).containsKey("orderId");
 *     }
 * }
 * }</pre>
 *
 * <p>Configuration parameters, the file of inputs beside a document, the stub server and what a result means are those
 * of {@link io.github.arazzojunit.ArazzoTest}. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Arazzo {

    /**
     * A document to run workflows of. What is wrong with it shows when it runs, not here.
     *
     * @param location of a resource, from the root of the class path on, or of a file, relative to the working
     *     directory; {@code classpath:} may come first
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when a configuration parameter has a
     *     value that is not valid
     */
    Document document(String location);

    /** A document and what a test adds to the configuration. Immutable: each method gives a new one. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    interface Document {

        /**
         * Sends the requests of one source to a server instead of to the stub server. Wins over {@code
         * arazzo.server.<source>}.
         *
         * @param source {@code name} of the source description
         * @param url base URL, in front of the paths of the description
         * @throws IllegalArgumentException when the document has no such source, or the text is no absolute URL
         */
        Document server(String source, String url);

        /** The same for a port of {@code localhost}. */
        Document server(String source, int port);

        /**
         * Takes the description of one source from somewhere else than the document says, for example from the server that
         * the test has started. It is loaded when a workflow runs. Wins over {@code arazzo.source.<source>}.
         *
         * @param source {@code name} of the source description
         * @param location a URL, or a path behind the base URL of the {@link #server(String, String) server} of that source,
         *     for example {@code /v3/api-docs}
         * @throws IllegalArgumentException when the document has no such source
         */
        Document source(String source, String location);

        /** The same for a URI. */
        default Document source(String source, URI location) {
            return source(source, location.toString());
        }

        /**
         * Gives one input to a workflow. Wins over the configuration and the file of inputs beside the document.
         *
         * @param value {@code null}, a string, number or boolean, or lists and maps of them
         * @throws IllegalArgumentException when the document has no such workflow
         */
        Document input(String workflowId, String name, @Nullable Object value);

        /**
         * Customizes each request, as {@link io.github.arazzojunit.ArazzoRequest} does; REST Assured then sends it. Each
         * call adds one more.
         */
        Document request(Consumer<RequestSpecification> customizer);

        /**
         * Tests for a {@link org.junit.jupiter.api.TestFactory}: a container for each workflow, or for each row of its
         * inputs, and in it a test for each step, named {@code workflowId › stepId}, with its line in the document. A workflow runs when its container is
         * executed; its steps are then reported in the order in which they ran, with the same statuses and messages as
         * below {@link io.github.arazzojunit.ArazzoTest}: a step that a failure action took over, or that was not
         * reached, is aborted with the reason. A document that cannot run is one failing test.
         *
         * @param workflowIds none means all, as far as {@code arazzo.filter.workflow} wants them
         * @throws IllegalArgumentException when the document has no such workflow
         */
        Stream<DynamicNode> nodes(String... workflowIds);

        /**
         * Runs one workflow.
         *
         * @return what happened; the workflow was successful
         * @throws AssertionError when any step or the workflow itself failed, with the message that the failing node
         *     would have
         * @throws IllegalArgumentException when the document has no such workflow, or when the file of inputs has rows for
         *     it, which only {@link #nodes} runs
         */
        Result run(String workflowId);

        /**
         * Runs one workflow that may fail. Look at the result: a failed one fails the test only through {@link
         * Result#assertSuccessful()}.
         *
         * @throws AssertionError when the document cannot run at all
         * @throws IllegalArgumentException as {@link #run} does
         */
        Result result(String workflowId);
    }

    /** What happened in a run. Immutable. Nothing is masked in it but messages. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    interface Result {

        /** Whether no step and not the workflow itself failed. */
        boolean isSuccessful();

        /**
         * Fails the test where this workflow failed.
         *
         * @return this
         * @throws AssertionError with the message of the failing nodes
         */
        Result assertSuccessful();

        /**
         * The outputs of the workflow that have a value, by name: strings, numbers ({@code Integer}, {@code Long}, {@code
         * BigInteger}, {@code BigDecimal}), booleans, {@code null}, or lists and maps of them.
         */
        Map<String, Object> outputs();

        /** The steps in the order in which they ran, those of called workflows after their caller, not reached ones last. */
        List<Step> steps();

        /**
         * The last visit of a step of the workflow itself.
         *
         * @throws IllegalArgumentException when the workflow has no such step
         */
        Step step(String stepId);

        /** All requests and responses in their order. */
        List<Exchange> exchanges();
    }

    /** One visit of a step, or a step that was not reached. Immutable. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    interface Step {

        String workflowId();

        String stepId();

        Status status();

        /** Why the step is not successful, as its node would say. */
        Optional<String> message();

        /** The outputs of the step that have a value, see {@link Result#outputs()}. */
        Map<String, Object> outputs();

        /** One for each attempt; none of a step that calls a workflow. */
        List<Exchange> exchanges();
    }

    /** What became of a step. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    enum Status {
        /** Its criteria are met. */
        SUCCESSFUL,
        /** Its criteria are not met, or an exchange violates the description. */
        FAILED,
        /** Its criteria are not met, and a failure action took over. */
        ABORTED,
        /** It was not reached. */
        SKIPPED
    }

    /** A request and its response. Immutable. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    interface Exchange {

        String method();

        URI url();

        /** The first value of a request header, its name compared without case. */
        Optional<String> requestHeader(String name);

        /** Empty without a body. */
        String requestBody();

        int status();

        /** The value of a response header, its name compared without case, repeated ones joined by commas. */
        Optional<String> responseHeader(String name);

        /** Empty without a body. */
        String responseBody();

        /** From the first byte of the request to the last of the response. */
        Duration duration();
    }
}
