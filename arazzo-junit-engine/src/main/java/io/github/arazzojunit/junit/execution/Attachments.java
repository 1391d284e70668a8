package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.runner.ExchangeText;
import io.github.arazzojunit.runner.Masker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/** Attaches whole exchanges to steps, in the folder that the platform has for such files. Thread-safe. */
final class Attachments {

    private static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

    private final ExecutionRequest request;
    private final EngineExecutionListener listener;
    private final AtomicBoolean possible = new AtomicBoolean(true);

    Attachments(ExecutionRequest request) {
        this.request = request;
        this.listener = request.getEngineExecutionListener();
    }

    /** Where a file cannot be written, the first step says so, and the run goes on without attachments. */
    void publish(TestDescriptor node, int attempt, Exchange exchange, Masker masker) {
        if (!possible.get()) {
            return;
        }
        try {
            if (isBesideTheSources()) {
                possible.set(false);
                return;
            }
            ExchangeText text = new ExchangeText(exchange, masker);
            Path file = folder(node).resolve("attempt-" + attempt + ".http.txt");
            Files.writeString(file, text.full());
            listener.fileEntryPublished(node, FileEntry.from(file, MEDIA_TYPE));
            Optional<Bytes> body = text.curlFile(attempt);
            if (body.isPresent()) {
                Path bodyFile = file.resolveSibling(ExchangeText.curlFileName(attempt));
                Files.write(bodyFile, body.get().toArray());
                listener.fileEntryPublished(node, FileEntry.from(bodyFile, "application/octet-stream"));
            }
        } catch (IOException | JUnitException | LinkageError e) {
            if (possible.getAndSet(false)) {
                listener.reportingEntryPublished(
                        node, ReportEntry.from("arazzo.notes", "exchanges are not attached: " + e.getMessage()));
            }
        }
    }

    /** Without a build folder that it knows, the platform takes the working directory, where nobody wants such files. */
    @SuppressWarnings("removal")
    private boolean isBesideTheSources() {
        Path root = request.getOutputDirectoryProvider().getRootDirectory();
        return root.toAbsolutePath().normalize().equals(Path.of("").toAbsolutePath());
    }

    /** The replacement came with Platform 1.14, and this engine also runs under 1.13; where it is gone, nothing is attached. */
    @SuppressWarnings("removal")
    private Path folder(TestDescriptor node) throws IOException {
        return request.getOutputDirectoryProvider().createOutputDirectory(node);
    }
}
