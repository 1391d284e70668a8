package io.github.arazzojunit.document;

import io.github.arazzojunit.document.CsvRows.CsvException;
import io.github.arazzojunit.document.WorkflowInputs.Row;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.openapi.UriReference;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import io.github.arazzojunit.validation.InputNames;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The inputs beside a document, those of a profile over the others. For each {@code workflowId} either an object, the
 * inputs of its only run, or rows: a list of objects with {@code name} and {@code inputs}, or the {@code $ref} of a CSV
 * file. Every error in it concerns the whole document: to run a workflow without the inputs that somebody wrote for it
 * could be a success that means nothing.
 */
public final class InputsFile {

    static final String RULE = "inputs-file";
    private static final String UNDECLARED = "undeclared-input-value";
    private static final String REFERENCE = "$ref";

    /** Without scheme, host and leading slash: the file stands beside this one or is reached from there. */
    private static final Pattern CSV_REFERENCE = Pattern.compile("(?![A-Za-z][A-Za-z0-9+.-]*:|/).+\\.csv");

    private static final String REMEDY =
            "Write, below the workflowId, an object of inputs, a list of rows with 'name' and"
                    + " 'inputs', or '$ref: rows.csv'.";

    private final ArazzoDocument document;
    private final ReadLimits limits;
    private final Map<String, WorkflowInputs> inputs = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private String stopped = "The document";
    private final Set<String> undeclared = new HashSet<>();

    private InputsFile(ArazzoDocument document, ReadLimits limits) {
        this.document = document;
        this.limits = limits;
    }

    static InputsFile beside(ArazzoDocument document, ReadLimits limits, Optional<String> profile) {
        InputsFile file = new InputsFile(document, limits);
        file.read(uri(document, Optional.empty()));
        profile.ifPresent(name -> file.read(uri(document, Optional.of(name))));
        return file;
    }

    private static URI uri(ArazzoDocument document, Optional<String> profile) {
        return URI.create(FileNames.inputsOf(document.uri().toString(), profile));
    }

    /** Whether a profile has inputs for a document. */
    public static boolean exists(ArazzoDocument document, String profile) {
        return new InputsFile(document, ReadLimits.DEFAULT)
                .content(uri(document, Optional.of(profile)))
                .isPresent();
    }

    Map<String, WorkflowInputs> inputs() {
        return inputs;
    }

    /** Errors that concern one workflow alone have a pointer to it. */
    List<Finding> findings() {
        return findings;
    }

    private Optional<byte[]> content(URI uri) {
        try {
            return DocumentContent.readIfExists(uri, limits.maxBytes());
        } catch (UncheckedIOException e) {
            reject(
                    new Position(uri, 1, 1),
                    "The inputs cannot be read: " + e.getCause().getMessage() + ".",
                    "Check that it is a file that may be read.");
            return Optional.empty();
        }
    }

    private void read(URI uri) {
        try {
            Optional<byte[]> content = content(uri);
            if (content.isPresent()) {
                LocatedNode root = LocatedReader.read(uri, content.get(), limits);
                findings.addAll(root.remarks());
                read(root);
            }
        } catch (UnreadableException e) {
            findings.addAll(e.findings());
        }
    }

    private void read(LocatedNode root) {
        if (!root.isObject()) {
            reject(root, "A file of inputs has to be an object with one member for each workflow, but is not.");
            return;
        }
        Map<String, InputNames> names = InputNames.of(document);
        root.members().forEach((workflowId, value) -> {
            if (!names.containsKey(workflowId)) {
                reject(
                        value,
                        "The document has no workflow '" + workflowId + "', so these inputs would never be used.");
            } else {
                int before = findings.size();
                stopped = "The workflow";
                read(names.get(workflowId), value);
                stopped = "The document";
                findings.subList(before, findings.size())
                        .replaceAll(finding -> finding.isError() ? concerning(workflowId, finding) : finding);
            }
        });
    }

    private Finding concerning(String workflowId, Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.position(),
                document.workflow(workflowId).orElseThrow().source().pointer() + "/inputs",
                finding.message(),
                finding.remedy());
    }

    private void read(InputNames names, LocatedNode value) {
        String workflowId = names.workflowId();
        if (value.member(REFERENCE).isPresent()) {
            add(workflowId, new WorkflowInputs(Optional.empty(), referenced(names, value)));
        } else if (value.isArray()) {
            value.items().stream().flatMap(row -> row.member("inputs").stream()).forEach(row -> check(row, names));
            add(workflowId, new WorkflowInputs(Optional.empty(), rows(workflowId, value)));
        } else if (value.isObject()) {
            check(value, names);
            add(workflowId, new WorkflowInputs(Optional.of(InputValues.typed(value.value())), List.of()));
        } else {
            reject(value, "The inputs of the workflow '" + workflowId + "' are neither an object nor a list.");
        }
    }

    private void add(String workflowId, WorkflowInputs more) {
        inputs.merge(workflowId, more, WorkflowInputs::overriddenBy);
    }

    private void check(LocatedNode values, InputNames names) {
        values.members().forEach((name, value) -> checkName(names, name, value.position(), value.pointer()));
        checkTexts(values);
    }

    /** Says each name once, where it stands first. */
    private void checkName(InputNames known, String name, Position position, String pointer) {
        known.objection(name)
                .filter(objection -> undeclared.add(known.workflowId() + "." + name))
                .ifPresent(objection -> findings.add(new Finding(
                        UNDECLARED, Finding.Severity.WARNING, position, pointer, objection, known.hint(name))));
    }

    private void checkTexts(LocatedNode value) {
        if (value.isText()) {
            checkText(value.text(), value.position());
        } else if (value.isArray()) {
            value.items().forEach(this::checkTexts);
        } else {
            value.members().values().forEach(this::checkTexts);
        }
    }

    private void checkText(String text, Position position) {
        Placeholders.problem(text)
                .ifPresent(problem -> reject(position, problem + " " + stopped + " cannot run.", Placeholders.VALID));
    }

    private List<Row> rows(String workflowId, LocatedNode list) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (LocatedNode item : list.items()) {
            Optional<LocatedNode> name = item.member("name")
                    .filter(LocatedNode::isText)
                    .filter(text -> !text.text().isBlank());
            Optional<LocatedNode> values = item.member("inputs").filter(LocatedNode::isObject);
            if (name.isEmpty() || values.isEmpty()) {
                reject(item, "A row of the workflow '" + workflowId + "' has no text 'name' or no object 'inputs'.");
            } else if (rows.putIfAbsent(name.get().text(), row(name.get(), values.get(), item)) != null) {
                reject(
                        item,
                        "The workflow '" + workflowId + "' has two rows named '"
                                + name.get().text() + "'.");
            }
        }
        if (list.items().isEmpty()) {
            reject(list, "The workflow '" + workflowId + "' has an empty list of rows and would not run at all.");
        }
        return List.copyOf(rows.values());
    }

    private static Row row(LocatedNode name, LocatedNode values, LocatedNode item) {
        return new Row(name.text(), InputValues.typed(values.value()), item.position());
    }

    private List<Row> referenced(InputNames names, LocatedNode value) {
        LocatedNode reference = value.member(REFERENCE).orElseThrow();
        if (value.members().size() > 1
                || !reference.isText()
                || !CSV_REFERENCE.matcher(reference.text()).matches()) {
            reject(
                    reference,
                    "The rows of the workflow '" + names.workflowId()
                            + "' are not the only member '$ref' with the relative path of a CSV file.");
            return List.of();
        }
        try {
            URI uri = UriReference.resolve(value.uri(), reference.text().replace(" ", "%20"));
            Optional<byte[]> content = content(uri);
            if (content.isEmpty()) {
                reject(
                        reference,
                        "There is no file " + uri + " with rows of the workflow '" + names.workflowId() + "'.");
            } else if (content.get().length > limits.maxBytes()) {
                reject(reference, "The file " + uri + " has more than " + limits.maxBytes() + " bytes.");
            } else {
                return rows(names, CsvRows.read(uri, content.get()));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            reject(reference, "The reference '" + reference.text() + "' is not the path of a file.");
        } catch (CsvException e) {
            reject(
                    e.position(),
                    e.getMessage() + " " + stopped + " cannot run.",
                    "Write the names of the inputs into the first line and one row into each further line, separated by"
                            + " commas.");
        }
        return List.of();
    }

    private List<Row> rows(InputNames names, CsvRows csv) {
        csv.columns().forEach((name, position) -> {
            if (!name.equals(CsvRows.NAME)) {
                checkName(names, name, position, "");
            }
        });
        csv.rows().forEach(row -> row.inputs().json().forEach(cell -> checkText(cell.textValue(), row.position())));
        return csv.rows();
    }

    private void reject(LocatedNode node, String message) {
        findings.add(Finding.error(RULE, node, message + " " + stopped + " cannot run.", REMEDY));
    }

    private void reject(Position position, String message, String remedy) {
        findings.add(new Finding(RULE, Finding.Severity.ERROR, position, "", message, remedy));
    }
}
