package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what the workflows of one execution do, and writes {@code index.html}, {@code exchanges.har} and
 * {@code coverage.json}. A folder that cannot be written never fails a test. Thread-safe.
 */
public final class RunReport {

    private final Optional<Path> folder;
    private final Coverage coverage = new Coverage();
    private final List<RunTree> runs = new ArrayList<>();
    private Optional<HarFile> har = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /** @param folder created when the first workflow starts; empty only counts coverage */
    public RunReport(Optional<Path> folder) {
        this.folder = folder;
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

    /** How much of everything was covered so far. */
    public Share covered(CoverageKind kind) {
        return coverage.share(kind);
    }

    /** How everything ended, in one line; empty when nothing ran or no report was asked for. */
    public synchronized Optional<String> summary() {
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(RunSummary.of(
                        runs.stream().flatMap(run -> run.roots().stream()).toList()));
    }

    /**
     * Writes the files, if any workflow ran.
     *
     * @return where the report is, or why there is none; empty when nothing ran or none was asked for
     */
    public synchronized Optional<String> write() {
        if (runs.isEmpty() || folder.isEmpty()) {
            return Optional.empty();
        }
        Path html = folder.get().resolve("index.html");
        attempt(() -> {
            if (har.isPresent()) {
                har.get().close();
            }
        });
        if (problem.isEmpty()) {
            attempt(() -> {
                HtmlReport.write(html, runs, coverage);
                Files.writeString(
                        folder.get().resolve("coverage.json"),
                        CoverageJson.of(coverage).toPrettyString() + "\n");
            });
        }
        return problem.or(() -> Optional.of(html.toAbsolutePath().normalize().toString()));
    }

    private synchronized void begin(RunTree tree) {
        if (runs.isEmpty()) {
            attempt(() -> {
                Files.createDirectories(folder.orElseThrow());
                har = Optional.of(new HarFile(folder.orElseThrow().resolve("exchanges.har")));
            });
        }
        runs.add(tree);
    }

    private synchronized void add(RunEvent.Exchanged exchanged, Masker masker) {
        attempt(() -> {
            if (har.isPresent()) {
                har.get().add(exchanged, masker);
            }
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException | UncheckedIOException e) {
            problem = Optional.of(
                    "The report cannot be written to " + folder.orElseThrow().toAbsolutePath() + " (" + e.getMessage()
                            + "). Set 'arazzo.report' to another folder or to 'off'.");
        }
    }
}
