package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.junit.descriptor.ArazzoEngineDescriptor;
import io.github.arazzojunit.junit.descriptor.CoverageDescriptor;
import io.github.arazzojunit.report.RunReport;
import io.github.arazzojunit.report.Share;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.AssertionFailedError;

/** The report of a whole run, and a test for each configured minimum of coverage after everything else ran. */
final class EngineReport {

    private EngineReport() {}

    /** Empty for a part of a run, which says nothing about the whole. */
    static Optional<RunReport> wanted(ArazzoEngineDescriptor engine) {
        ArazzoConfiguration configuration = engine.configuration();
        boolean used = configuration.report().isPresent()
                || !configuration.minimumCoverage().isEmpty();
        return used && !engine.isPartial() ? Optional.of(new RunReport(configuration.report())) : Optional.empty();
    }

    static void conclude(RunReport report, ArazzoEngineDescriptor engine, EngineExecutionListener listener) {
        coverage(report, engine, listener, engine.configuration().minimumCoverage());
        report.write()
                .ifPresent(where -> listener.reportingEntryPublished(engine, ReportEntry.from("arazzo.report", where)));
    }

    private static void coverage(
            RunReport report,
            TestDescriptor engine,
            EngineExecutionListener listener,
            Map<CoverageKind, Double> minimums) {
        for (CoverageKind kind : CoverageKind.values()) {
            if (minimums.containsKey(kind)) {
                CoverageDescriptor node = new CoverageDescriptor(engine.getUniqueId(), kind);
                engine.addChild(node);
                listener.dynamicTestRegistered(node);
                listener.executionStarted(node);
                listener.executionFinished(node, verdict(kind, report.covered(kind), minimums.get(kind)));
            }
        }
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
