package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.junit.descriptor.ArazzoEngineDescriptor;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.CoverageDescriptor;
import io.github.arazzojunit.report.RunReport;
import io.github.arazzojunit.report.Share;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.AssertionFailedError;

/**
 * The report of a whole run, and a test for each configured minimum of coverage after everything else ran. Where classes
 * run, the tests stand below the class that ends last: build tools ignore tests that belong to no class. Thread-safe.
 */
final class EngineReport {

    private final RunReport report;
    private final ArazzoEngineDescriptor engine;
    private final EngineExecutionListener listener;
    private final AtomicInteger running;
    private final AtomicBoolean judged = new AtomicBoolean();
    private final AtomicBoolean written = new AtomicBoolean();

    private EngineReport(RunReport report, ArazzoEngineDescriptor engine, EngineExecutionListener listener) {
        this.report = report;
        this.engine = engine;
        this.listener = listener;
        this.running = new AtomicInteger(engine.getChildren().size());
    }

    /** Empty for a part of a run, which says nothing about the whole. */
    static Optional<EngineReport> of(ArazzoEngineDescriptor engine, EngineExecutionListener listener) {
        ArazzoConfiguration configuration = engine.configuration();
        boolean used = configuration.report().isPresent()
                || !configuration.minimumCoverage().isEmpty();
        return used && !engine.isPartial()
                ? Optional.of(new EngineReport(new RunReport(configuration.report()), engine, listener))
                : Optional.empty();
    }

    RunReport report() {
        return report;
    }

    /** To be called at the end of each class; anything else at the root means that the engine's own end decides. */
    void ended(ClassDescriptor testClass) {
        if (running.decrementAndGet() == 0) {
            judgeBelow(testClass);
        }
    }

    void ended() {
        judgeBelow(engine);
        report.summary().ifPresent(summary -> tell("arazzo.summary", summary));
        write().ifPresent(where -> tell("arazzo.report", where));
    }

    /** Writes the report unless that has been done; returns as {@link RunReport#write()} does. */
    Optional<String> write() {
        return written.getAndSet(true) ? Optional.empty() : report.write();
    }

    private void tell(String key, String value) {
        listener.reportingEntryPublished(engine, ReportEntry.from(key, value));
    }

    private void judgeBelow(TestDescriptor parent) {
        if (judged.getAndSet(true)) {
            return;
        }
        Map<CoverageKind, Double> minimums = engine.configuration().minimumCoverage();
        for (CoverageKind kind : CoverageKind.values()) {
            if (minimums.containsKey(kind)) {
                report.covered(kind).ifPresent(covered -> judge(parent, kind, covered, minimums.get(kind)));
            }
        }
    }

    private void judge(TestDescriptor parent, CoverageKind kind, Share covered, double minimum) {
        CoverageDescriptor node = new CoverageDescriptor(parent.getUniqueId(), kind);
        parent.addChild(node);
        listener.dynamicTestRegistered(node);
        listener.executionStarted(node);
        listener.executionFinished(node, verdict(kind, covered, minimum));
    }

    private static TestExecutionResult verdict(CoverageKind kind, Share covered, double minimum) {
        if (covered.percent() >= minimum) {
            return TestExecutionResult.successful();
        }
        String key = Constants.COVERAGE_PROPERTY_PREFIX + kind.key() + Constants.COVERAGE_MINIMUM_SUFFIX;
        AssertionFailedError failure = new AssertionFailedError("The run covered " + covered + " of all " + kind.key()
                + ", less than the " + minimum + " % that '" + key
                + "' asks for. coverage.json in the folder of the report lists what was not covered.");
        failure.setStackTrace(new StackTraceElement[0]);
        return TestExecutionResult.failed(failure);
    }
}
