package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what the workflows of one execution do, and adds it to {@code index.html}, {@code exchanges.har} and
 * {@code coverage.json} of the build. A folder that cannot be written never fails a test. Thread-safe.
 */
public final class RunReport {

    private final Optional<ReportFolder> folder;
    private final Coverage coverage = new Coverage();
    private final List<RunTree> runs = new ArrayList<>();
    private Optional<ReportFolder.Part> part = Optional.empty();
    private Optional<HarEntries> har = Optional.empty();
    private Optional<ReportFolder.Totals> totals = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /** @param folder created when the first workflow starts; empty only counts coverage */
    public RunReport(Optional<Path> folder) {
        this.folder = folder.map(path -> new ReportFolder(path, BuildProcess.current()));
    }

    /**
     * To be told of everything that one root workflow does.
     *
     * @param madeInputs those that nobody gave, known at the end
     */
    public RunListener listener(Masker masker, Supplier<ObjectNode> madeInputs) {
        if (folder.isEmpty()) {
            return coverage;
        }
        RunTree tree = new RunTree(masker, madeInputs);
        begin(tree);
        return event -> {
            coverage.onEvent(event);
            tree.onEvent(event);
            if (event instanceof RunEvent.Exchanged exchanged) {
                add(exchanged, masker);
            }
        };
    }

    /** Adds something that could not run. */
    public void failed(String place, String name, String message) {
        if (folder.isPresent()) {
            begin(RunTree.failed(place, name, message));
        }
    }

    /**
     * How much of everything all runs of the build covered so far. Empty while others of them go on: then the last one
     * tells. To be called once no workflow runs any more.
     */
    public synchronized Optional<Share> covered(CoverageKind kind) {
        if (totals.isEmpty() && part.isPresent() && problem.isEmpty()) {
            totals = attempt(() -> folder.orElseThrow().count(part.get(), ownSummary(), coverage.counts()));
        }
        return totals.isEmpty()
                ? Optional.of(coverage.counts().share(kind))
                : totals.filter(all -> !all.goingOn()).map(all -> all.coverage().share(kind));
    }

    /** How everything ended, in one line; empty when nothing ran or no report was asked for. */
    public synchronized Optional<String> summary() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(ownSummary().toString());
    }

    private RunSummary ownSummary() {
        return RunSummary.of(workflows());
    }

    private List<RunTree.WorkflowEntry> workflows() {
        return runs.stream().flatMap(run -> run.roots().stream()).toList();
    }

    /**
     * Ends the run and writes the files, if any workflow ran.
     *
     * @return where the report is, or why there is none; empty when nothing ran or none was asked for
     */
    public synchronized Optional<String> write() {
        if (runs.isEmpty() || folder.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> html = problem.isPresent() || part.isEmpty() || har.isEmpty()
                ? Optional.empty()
                : attempt(() -> {
                    har.get().close();
                    HtmlReport.writeWorkflows(part.get().workflows(), workflows());
                    return folder.get().finish(part.get(), ownSummary(), coverage.counts());
                });
        return problem.or(
                () -> html.map(page -> page.toAbsolutePath().normalize().toString()));
    }

    private synchronized void begin(RunTree tree) {
        if (runs.isEmpty()) {
            part = attempt(() -> folder.orElseThrow().begin());
            har = part.flatMap(begun -> attempt(() -> new HarEntries(begun.exchanges())));
        }
        runs.add(tree);
    }

    private synchronized void add(RunEvent.Exchanged exchanged, Masker masker) {
        har.ifPresent(entries -> attempt(() -> {
            entries.add(exchanged, masker);
            return entries;
        }));
    }

    private interface Access<T> {
        T run() throws IOException;
    }

    private <T> Optional<T> attempt(Access<T> access) {
        try {
            return Optional.of(access.run());
        } catch (IOException | UncheckedIOException | LinkageError e) { // the last where a library is too old
            problem = Optional.of("The report cannot be written to "
                    + folder.orElseThrow().folder().toAbsolutePath() + " (" + e.getMessage()
                    + "). Set 'arazzo.report' to another folder or to 'off'.");
            return Optional.empty();
        }
    }
}
