package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Workflow;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads Arazzo documents of the versions 1.0.x and 1.1.x and checks all that the structure of one document decides.
 * Expressions, and references to steps, workflows and operations, are not looked at. Stateless.
 */
public final class DocumentReader {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-.+)?");
    private static final Pattern SUPPORTED_VERSION = Pattern.compile("1\\.[01]\\.\\d+(-.+)?");

    /**
     * What came of a text. A part that cannot be read is missing in the document, and an error says so: one whose
     * pointer is inside {@code /workflows/<n>} concerns that workflow only; one inside {@code /components} concerns
     * what refers to that component, and is repeated there; any other concerns the whole document.
     *
     * @param document empty when the text is unreadable, no object, or of an unsupported version
     * @param findings in the order of reading
     */
    public record DocumentReading(Optional<ArazzoDocument> document, List<Finding> findings) {

        public DocumentReading {
            findings = List.copyOf(findings);
        }
    }

    private DocumentReader() {}

    /** Reads a text; whatever is wrong with it is in the findings. */
    public static DocumentReading read(URI uri, byte[] content, ReadLimits limits) {
        try {
            return read(LocatedReader.read(uri, content, limits));
        } catch (UnreadableException e) {
            return new DocumentReading(Optional.empty(), e.findings());
        }
    }

    /** Reads a tree; whatever is wrong with it is in the findings. */
    public static DocumentReading read(LocatedNode root) {
        Optional<Finding> refusal = refusal(root);
        if (refusal.isPresent()) {
            return new DocumentReading(Optional.empty(), List.of(refusal.get()));
        }
        Reading reading = new Reading(root.member("arazzo").orElseThrow().text());
        Optional<ArazzoDocument> document =
                Fields.of(root, ObjectKind.DOCUMENT, reading).map(fields -> document(fields, reading));
        List<Finding> findings = new ArrayList<>(root.remarks());
        findings.addAll(reading.findings());
        return new DocumentReading(document, findings);
    }

    private static ArazzoDocument document(Fields fields, Reading reading) {
        Optional<String> self = self(fields, reading);
        Optional<String> title = fields.required("info")
                .flatMap(info -> Fields.of(info, ObjectKind.INFO, reading))
                .flatMap(DocumentReader::title);
        List<SourceDescription> sources = new SourceDescriptionReader(reading).list(fields);
        ListReaders lists = new ComponentsReader(reading).read(fields);
        List<Workflow> workflows = new WorkflowReader(reading, lists).list(fields);
        LocatedNode root = fields.node();
        return new ArazzoDocument(
                root.uri(),
                reading.version(),
                self,
                title.orElse(root.position().fileName()),
                sources,
                workflows,
                root);
    }

    /** Without a version that it knows, nothing in the document has a meaning (DOC-12, DOC-13, DOC-16). */
    private static Optional<Finding> refusal(LocatedNode root) {
        if (!root.isObject()) {
            return Optional.of(ReaderRule.ROOT_NOT_OBJECT.at(
                    root,
                    "An Arazzo document has to be an object, but this is " + JsonType.describe(root)
                            + ". The document cannot run.",
                    "Begin it with 'arazzo: 1.0.1'."));
        }
        Optional<LocatedNode> version = root.member("arazzo");
        if (version.isEmpty()) {
            return Optional.of(ReaderRule.MISSING_FIELD.at(
                    root,
                    "The document has no field 'arazzo', which names its version. The document cannot run.",
                    "Begin it with 'arazzo: 1.0.1'."));
        }
        return refusalOfVersion(version.get());
    }

    private static Optional<Finding> refusalOfVersion(LocatedNode version) {
        if (!version.isText()) {
            return Optional.of(ReaderRule.VERSION_NOT_TEXT.at(
                    version,
                    "The version 'arazzo' has to be a text of three numbers, but is " + JsonType.describe(version)
                            + ". The document cannot run.",
                    "Write all three numbers, for example 'arazzo: 1.1.0'."));
        }
        String text = version.text();
        if (SUPPORTED_VERSION.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean wellFormed = VERSION.matcher(text).matches();
        return Optional.of((wellFormed ? ReaderRule.UNSUPPORTED_VERSION : ReaderRule.VERSION_FORMAT)
                .at(
                        version,
                        "The version 'arazzo' is '" + JsonType.abridged(text) + "', "
                                + (wellFormed ? "which is not supported" : "which is no version of three numbers")
                                + ". The document cannot run.",
                        "Supported are 1.0.x and 1.1.x, for example 'arazzo: 1.0.1'."));
    }

    private static Optional<String> title(Fields info) {
        info.text("summary");
        info.text("description");
        info.requiredText("version");
        return info.requiredText("title");
    }

    private static Optional<String> self(Fields fields, Reading reading) {
        Optional<LocatedNode> self = fields.typed("$self", JsonType.TEXT)
                .filter(node -> SourceDescriptionReader.isUriReference(reading, node, "'$self'"));
        self.filter(node -> node.text().contains("#"))
                .ifPresent(node -> reading.report(
                        ReaderRule.SELF_FRAGMENT,
                        node,
                        "'$self' names the document and has no fragment; the part from '#' on is ignored.",
                        "Remove it."));
        self.filter(node -> node.text().isEmpty())
                .ifPresent(node -> reading.report(
                        ReaderRule.SELF_EMPTY,
                        node,
                        "'$self' is empty; it is read as if it were absent.",
                        "Remove it or fill it."));
        return self.map(LocatedNode::text)
                .map(text -> text.replaceFirst("#.*", ""))
                .filter(text -> !text.isEmpty());
    }
}
