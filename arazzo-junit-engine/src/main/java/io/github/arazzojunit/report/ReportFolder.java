package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the report. Each run has a part of its own below {@code runs}; whenever one is finished, the report is put
 * together from all finished ones of the same build. Runs of several processes take turns. Immutable, thread-safe.
 *
 * @param build whose runs make up the report; parts of another one are deleted, unless a run of it goes on
 */
record ReportFolder(Path folder, BuildProcess build) {

    /** The lock of a file belongs to the whole process. */
    private static final Object IN_THIS_PROCESS = new Object();

    private static final String PARTS = "runs";
    private static final String LOCK = "lock";
    private static final String BUILD = "build";

    /** What one run adds. */
    record Part(Path folder) {

        Path exchanges() {
            return folder.resolve("exchanges");
        }

        Path workflows() {
            return folder.resolve("workflows.html");
        }

        private Path counts() {
            return folder.resolve("counts.json");
        }

        /** Names the process while the run goes on. */
        private Path open() {
            return folder.resolve("open");
        }

        private int number() {
            return Integer.parseInt(folder.getFileName().toString());
        }

        private boolean isFinished() {
            return !Files.exists(open());
        }

        /** Whether nothing is added to its counts any more. */
        private boolean isCounted() {
            return Files.exists(counts());
        }

        /** A process that was killed finishes nothing any more. */
        private boolean isGoingOn() throws IOException {
            return Files.exists(open())
                    && ProcessHandle.of(Long.parseLong(Files.readString(open())))
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
        }
    }

    /**
     * How much all counted runs of the build and one more have done.
     *
     * @param goingOn whether other runs are not counted yet
     */
    record Totals(RunSummary summary, CoverageCounts coverage, boolean goingOn) {

        private Totals plus(RunSummary otherSummary, CoverageCounts otherCoverage) {
            return new Totals(summary.plus(otherSummary), coverage.plus(otherCoverage), goingOn);
        }
    }

    private interface Access<T> {
        T with(Path parts) throws IOException;
    }

    /** A part for a run that begins. */
    Part begin() throws IOException {
        return locked(parts -> {
            int last = parts(parts).stream().mapToInt(Part::number).max().orElse(0);
            Part part = new Part(Files.createDirectory(parts.resolve(Integer.toString(last + 1))));
            Files.writeString(part.open(), Long.toString(ProcessHandle.current().pid()));
            return part;
        });
    }

    /**
     * Counts a run that has only to write its files. In one turn, so that of runs that end at the same time one sees all
     * others counted.
     */
    Totals count(Part own, RunSummary summary, CoverageCounts coverage) throws IOException {
        return locked(parts -> {
            writeCounts(own, summary, coverage);
            return sum(parts(parts), own, summary, coverage);
        });
    }

    private static void writeCounts(Part own, RunSummary summary, CoverageCounts coverage) throws IOException {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        counts.set("summary", summary.toJson());
        counts.set("coverage", CoverageJson.of(coverage));
        Files.writeString(own.counts(), Json.write(counts));
    }

    private static Totals sum(List<Part> parts, Part own, RunSummary summary, CoverageCounts coverage)
            throws IOException {
        Totals sum = new Totals(RunSummary.NONE, CoverageCounts.NONE, false);
        for (Part part : parts) {
            if (part.equals(own)) {
                sum = sum.plus(summary, coverage);
            } else if (part.isCounted()) {
                JsonNode counts = Json.parse(Files.readString(part.counts()));
                sum = sum.plus(RunSummary.read(counts.path("summary")), CoverageJson.read(counts.path("coverage")));
            } else if (part.isGoingOn()) {
                sum = new Totals(sum.summary(), sum.coverage(), true);
            }
        }
        return sum;
    }

    /**
     * Ends a run whose workflows and exchanges are written, and puts the report together.
     *
     * @return the page of the report
     */
    Path finish(Part own, RunSummary summary, CoverageCounts coverage) throws IOException {
        return locked(parts -> {
            writeCounts(own, summary, coverage);
            Totals totals = sum(parts(parts), own, summary, coverage);
            Files.delete(own.open());
            List<Part> finished = parts(parts).stream().filter(Part::isFinished).toList();
            Path html = folder.resolve("index.html");
            HtmlReport.write(
                    html, totals, finished.stream().map(Part::workflows).toList());
            writeExchanges(finished);
            Files.writeString(
                    folder.resolve("coverage.json"),
                    CoverageJson.of(totals.coverage()).toPrettyString() + "\n");
            return html;
        });
    }

    private void writeExchanges(List<Part> finished) throws IOException {
        try (Writer har = Files.newBufferedWriter(folder.resolve("exchanges.har"))) {
            har.write(HarEntries.HEAD);
            String separator = "";
            for (Part part : finished) {
                if (Files.size(part.exchanges()) > 0) {
                    har.write(separator);
                    Html.copy(part.exchanges(), har);
                    separator = HarEntries.SEPARATOR;
                }
            }
            har.write(HarEntries.TAIL);
        }
    }

    private static List<Part> parts(Path parts) throws IOException {
        try (Stream<Path> folders = Files.list(parts)) {
            return folders.filter(Files::isDirectory)
                    .map(Part::new)
                    .sorted(Comparator.comparing(Part::number))
                    .toList();
        }
    }

    private <T> T locked(Access<T> access) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(PARTS));
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel =
                    FileChannel.open(parts.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                forgetOtherBuilds(parts);
                return access.with(parts);
            }
        }
    }

    private static boolean goesOn(Path parts) throws IOException {
        for (Part part : parts(parts)) {
            if (part.isGoingOn()) {
                return true;
            }
        }
        return false;
    }

    private void forgetOtherBuilds(Path parts) throws IOException {
        Path known = parts.resolve(BUILD);
        if (Files.exists(known) && build.isSame(BuildProcess.read(Files.readString(known))) || goesOn(parts)) {
            return;
        }
        try (Stream<Path> old = Files.walk(parts)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(parts) && !file.equals(parts.resolve(LOCK))) {
                    Files.delete(file);
                }
            }
        }
        Files.writeString(known, build.written());
    }
}
