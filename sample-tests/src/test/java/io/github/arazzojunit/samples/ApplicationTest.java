package io.github.arazzojunit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.arazzojunit.jupiter.Arazzo;
import io.github.arazzojunit.jupiter.ArazzoExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Workflows inside of a Jupiter test, for a test that has something to start, to pass in or to check itself. Add
 * {@code .server("svixApi", "http://localhost:8080")} to a document, and a provider of yours answers instead of the stubs.
 */
@ExtendWith(ArazzoExtension.class)
class ApplicationTest {

    private static final String DOCUMENT = "arazzo/ensure-application.arazzo.yaml";

    /** Every step is a test of its own, as below a class with @ArazzoTest. */
    @TestFactory
    Stream<DynamicNode> steps(Arazzo arazzo) {
        return arazzo.document(DOCUMENT).nodes();
    }

    /** The whole workflow is one test: run() fails it when a step is red, and the result is there to look at. */
    @Test
    void a_missing_application_is_created(Arazzo arazzo) {
        Arazzo.Result result = arazzo.document(DOCUMENT)
                .input("ensure-application", "appName", "Returns and Repairs")
                .run("ensure-application");

        assertEquals(Arazzo.Status.ABORTED, result.step("getApplication").status());
        Arazzo.Exchange creation = result.step("createApplication").exchanges().get(0);
        assertTrue(creation.requestBody().contains("Returns and Repairs"));
        assertEquals(201, creation.status());
        assertTrue(result.outputs().containsKey("applicationId"));
    }

    /** result() does not fail the test: for a workflow that is meant to be red. */
    @Test
    void an_application_needs_a_name(Arazzo arazzo) {
        Arazzo.Result result = arazzo.document(DOCUMENT)
                .input("ensure-application", "appName", 42)
                .result("ensure-application");

        assertFalse(result.isSuccessful());
        assertEquals(Arazzo.Status.SKIPPED, result.step("getApplication").status());
    }
}
