package io.github.arazzojunit.document;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.validation.DocumentValidator;
import io.github.arazzojunit.validation.Strictness;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and validates a document and the inputs beside it, and sorts the findings by what they concern. Immutable. */
public final class DefaultDocumentParser implements DocumentParser {

    private static final Pattern IN_WORKFLOW = Pattern.compile("/workflows/([0-9]+)(/.*)?");
    private static final String COMPONENTS_POINTER = "/components";

    /** What Java puts into the name of a file for what it cannot decode. */
    private static final char UNDECODABLE = '\uFFFD';

    private final ReadLimits limits;
    private final boolean strict;
    private final Optional<String> profile;

    /**
     * @param strict whether every warning about conformance is an error
     * @param profile whose inputs count besides
     */
    public DefaultDocumentParser(ReadLimits limits, boolean strict, Optional<String> profile) {
        this.limits = limits;
        this.strict = strict;
        this.profile = profile;
    }

    @Override
    public ParsedDocument parse(DocumentFile file) {
        if (file.path().indexOf(UNDECODABLE) >= 0) {
            return failed(file, List.of(undecodable(file)));
        }
        try {
            return read(file);
        } catch (LinkageError e) {
            return failed(file, List.of(notLinked(file, e)));
        }
    }

    private ParsedDocument read(DocumentFile file) {
        DocumentReading reading;
        try {
            reading = DocumentReader.read(file.uri(), DocumentContent.read(file.uri(), limits.maxBytes()), limits);
        } catch (IOException | IllegalArgumentException e) {
            return failed(file, List.of(unreadable(file, e)));
        }
        List<Finding> findings = new ArrayList<>(reading.findings());
        Optional<ArazzoDocument> document = reading.document();
        if (document.isEmpty()) {
            return failed(file, findings.stream().filter(Finding::isError).toList());
        }
        findings.addAll(DocumentValidator.validate(document.get()));
        InputsFile inputs = InputsFile.beside(document.get(), limits, profile);
        findings.addAll(inputs.findings());
        return sorted(file, document.get(), findings, inputs);
    }

    private ParsedDocument sorted(
            DocumentFile file, ArazzoDocument document, List<Finding> findings, InputsFile inputs) {
        List<Finding> errors = new ArrayList<>();
        Map<Integer, List<Finding>> workflowErrors = new TreeMap<>();
        List<Finding> remarks = new ArrayList<>();
        for (Finding finding : strict ? Strictness.strict(findings) : findings) {
            Matcher inWorkflow = IN_WORKFLOW.matcher(finding.pointer());
            boolean inDocument = finding.position().uri().equals(document.uri());
            if (!finding.isError() || inDocument && !strict && isInComponents(finding)) {
                remarks.add(finding);
            } else if ((inDocument || finding.rule().equals(InputsFile.RULE)) && inWorkflow.matches()) {
                workflowErrors
                        .computeIfAbsent(Integer.valueOf(inWorkflow.group(1)), index -> new ArrayList<>())
                        .add(finding);
            } else {
                errors.add(finding);
            }
        }
        if (errors.isEmpty() && workflowErrors.isEmpty() && document.workflows().isEmpty()) {
            errors.add(withoutWorkflow(document));
        }
        return new ParsedDocument(
                file, Optional.of(document), List.copyOf(errors), workflowErrors, remarks, inputs.inputs());
    }

    /** What refers to a broken component has a finding of its own. */
    private static boolean isInComponents(Finding finding) {
        return finding.pointer().startsWith(COMPONENTS_POINTER);
    }

    private static ParsedDocument failed(DocumentFile file, List<Finding> errors) {
        return new ParsedDocument(file, Optional.empty(), errors, Map.of(), List.of(), Map.of());
    }

    private static Finding undecodable(DocumentFile file) {
        return new Finding(
                "document-not-readable",
                Finding.Severity.ERROR,
                new Position(file.uri(), 1, 1),
                "",
                "The name of the document " + file.uri()
                        + " has characters that the locale of this process cannot decode" + " (sun.jnu.encoding is "
                        + System.getProperty("sun.jnu.encoding") + "), so that no report could name it.",
                "Run with a locale of UTF-8, for example LC_ALL=C.UTF-8, or rename the file.");
    }

    private static Finding notLinked(DocumentFile file, LinkageError error) {
        ClassPathConflict conflict = ClassPathConflict.of(error).orElseThrow(() -> error);
        return new Finding(
                ClassPathConflict.RULE,
                Finding.Severity.ERROR,
                new Position(file.uri(), 1, 1),
                "",
                conflict.problem(),
                conflict.remedy());
    }

    private static Finding unreadable(DocumentFile file, Exception cause) {
        Position start = new Position(file.uri(), 1, 1);
        if (DocumentContent.isMissingResource(file.uri())
                || cause instanceof FileNotFoundException
                || cause instanceof NoSuchFileException) {
            return new Finding(
                    "document-not-found",
                    Finding.Severity.ERROR,
                    start,
                    "",
                    "There is no document at " + place(file) + ".",
                    "Correct the path, or remove what selects the document.");
        }
        return new Finding(
                "document-not-readable",
                Finding.Severity.ERROR,
                start,
                "",
                "The document " + file.uri() + " cannot be read: " + cause.getMessage() + ".",
                "Check that it is a file that may be read.");
    }

    private static String place(DocumentFile file) {
        URI uri = file.uri();
        return DocumentContent.isMissingResource(uri)
                ? "'" + file.path() + "', neither on the class path nor in the file system"
                : uri.toString();
    }

    private static Finding withoutWorkflow(ArazzoDocument document) {
        return Finding.error(
                "no-workflow",
                document.source(),
                "The document has no workflow, so nothing of it can run.",
                "Add a workflow, or delete the document.");
    }
}
