package org.example;

import io.github.arazzojunit.AfterWorkflow;
import io.github.arazzojunit.ArazzoInputs;
import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.BeforeWorkflow;
import io.github.arazzojunit.WorkflowContext;
import io.github.arazzojunit.WorkflowOutcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

@ArazzoTest
class WorkflowsTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    @BeforeWorkflow
    static void fetchVan(String workflowId) {
        if (workflowId.equals("return-parcel")) {
            throw new IllegalStateException("There is no van.");
        }
    }

    @AfterWorkflow
    static void parkVan(WorkflowContext workflow, WorkflowOutcome outcome) {
        if (workflow.workflowId().equals("return-parcel") && outcome.isSuccessful()) {
            throw new AssertionError("Who drove?");
        }
    }

    /** The parcel is not there the first time. */
    @ArazzoInputs("track-parcel")
    static Map<String, ?> parcel() {
        return Map.of("id", RUNS.getAndIncrement() == 0 ? "unknown" : "p-1");
    }
}
