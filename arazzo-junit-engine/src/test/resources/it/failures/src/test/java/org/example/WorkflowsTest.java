package org.example;

import io.github.arazzojunit.ArazzoInputs;
import io.github.arazzojunit.ArazzoTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

@ArazzoTest
class WorkflowsTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** The parcel is not there the first time. */
    @ArazzoInputs("track-parcel")
    static Map<String, ?> parcel() {
        return Map.of("id", RUNS.getAndIncrement() == 0 ? "unknown" : "p-1");
    }
}
