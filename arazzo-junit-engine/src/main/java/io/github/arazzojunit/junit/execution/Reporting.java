package io.github.arazzojunit.junit.execution;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;

/** Where the platform wants to be told what happens. */
record Reporting(EngineExecutionListener listener, Attachments attachments) {

    static Reporting of(ExecutionRequest request) {
        return new Reporting(request.getEngineExecutionListener(), new Attachments(request));
    }
}
