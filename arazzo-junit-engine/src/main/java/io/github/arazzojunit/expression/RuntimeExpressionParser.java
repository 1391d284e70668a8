package io.github.arazzojunit.expression;

import io.github.arazzojunit.expression.RuntimeExpression.AllInputs;
import io.github.arazzojunit.expression.RuntimeExpression.Inputs;
import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Origin;
import io.github.arazzojunit.expression.RuntimeExpression.Outputs;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowInput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowStepOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads runtime expressions by the grammar of Arazzo 1.1, which serves 1.0 too (EXP-01..04), and the spellings outside
 * of it that have one sensible reading (AMB-55, AMB-65). Those are listed in the result.
 */
public final class RuntimeExpressionParser {

    private static final List<String> ROOTS = List.of(
            "$url",
            "$method",
            "$statusCode",
            "$self",
            "$request.",
            "$response.",
            "$message.",
            "$inputs.",
            "$outputs.",
            "$steps.",
            "$workflows.",
            "$sourceDescriptions.",
            "$components.");
    private static final Pattern ALL_INPUTS = Pattern.compile("\\$inputs(?:$|#)");
    private static final List<String> COMPONENTS = List.of("parameters.", "successActions.", "failureActions.");
    private static final List<String> SOURCES = List.of("header.", "headers.", "query.", "path.", "body", "payload");
    private static final List<String> NO_OUTPUTS = List.of("outputs", "inputs", "request", "response");

    private final ExpressionCursor cursor;
    private final List<LenientReading> readings = new ArrayList<>();

    private RuntimeExpressionParser(String text) {
        this.cursor = new ExpressionCursor(text);
    }

    /**
     * Reads a text that is one expression from its first to its last character.
     *
     * @throws ExpressionSyntaxException when the text is none
     */
    public static ParsedExpression parse(String text) throws ExpressionSyntaxException {
        RuntimeExpressionParser parser = new RuntimeExpressionParser(text);
        RuntimeExpression expression = parser.expression();
        parser.cursor.expectEnd("the end of the expression");
        return new ParsedExpression(expression, parser.readings);
    }

    /**
     * Reads the context of a condition or selector: an expression or, outside of the grammar, {@code $inputs} for all of
     * them as one object, which nothing else can be meant by there.
     *
     * @throws ExpressionSyntaxException when the text is neither
     */
    public static ParsedExpression parseContext(String text) throws ExpressionSyntaxException {
        if (!ALL_INPUTS.matcher(text).lookingAt()) {
            return parse(text);
        }
        RuntimeExpressionParser parser = new RuntimeExpressionParser(text);
        RuntimeExpression expression = parser.allInputs();
        parser.cursor.expectEnd("the end of the expression");
        return new ParsedExpression(expression, parser.readings);
    }

    private RuntimeExpression allInputs() throws ExpressionSyntaxException {
        cursor.expect("$inputs", "'$inputs'");
        Optional<String> pointer = pointer();
        note(
                "all-inputs",
                "'$inputs' is read as the object of all inputs",
                "$inputs."
                        + pointer.map(path -> path.replaceFirst("^/", "").replaceFirst("/", "#/"))
                                .filter(name -> !name.isEmpty())
                                .orElse("<name>"));
        return new AllInputs(pointer);
    }

    private RuntimeExpression expression() throws ExpressionSyntaxException {
        String root =
                cursor.oneOf(ROOTS, "one of " + String.join(", ", ROOTS).replace(".", "") + "; names keep their case");
        return switch (root) {
            case "$url" -> new RuntimeExpression.Url();
            case "$method" -> new RuntimeExpression.Method();
            case "$statusCode" -> new RuntimeExpression.StatusCode();
            case "$self" -> new RuntimeExpression.Self();
            case "$inputs." -> new Inputs(name("the name of an input"), pointer());
            case "$outputs." -> new Outputs(name("the name of an output"), pointer());
            case "$steps." -> stepOutput();
            case "$workflows." -> workflowValue();
            case "$sourceDescriptions." -> sourceDescription();
            case "$components." -> component();
            default ->
                message(Origin.valueOf(root.substring(1, root.length() - 1).toUpperCase(Locale.ROOT)));
        };
    }

    private RuntimeExpression message(Origin origin) throws ExpressionSyntaxException {
        int start = cursor.index();
        String source = cursor.oneOf(SOURCES, "header.<name>, query.<name>, path.<name>, body or payload");
        return new Message(
                origin,
                switch (source) {
                    case "header." -> new Source.Header(cursor.headerName());
                    case "headers." -> {
                        String name = cursor.headerName();
                        note(
                                "headers-plural",
                                "'headers.' is read as 'header.'",
                                cursor.before(start) + "header." + name);
                        yield new Source.Header(name);
                    }
                    case "query." -> new Source.Query(cursor.freeText());
                    case "path." -> new Source.Path(cursor.freeText());
                    case "body" -> {
                        Optional<String> path = accessPath();
                        yield path.isPresent() ? new Source.BodyAccess(path.get()) : new Source.Body(pointer());
                    }
                    default -> {
                        Optional<String> path = accessPath();
                        yield path.isPresent() ? new Source.PayloadAccess(path.get()) : new Source.Payload(pointer());
                    }
                });
    }

    private Optional<String> accessPath() throws ExpressionSyntaxException {
        int start = cursor.index();
        String path = cursor.accessPath();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        note(
                "access-without-pointer",
                "'" + path + "' is read as access to members and items",
                cursor.before(start) + "#" + AccessPath.toPointer(path)
                        + (path.endsWith(".length") ? " (or, for the number of items, a jsonpath condition)" : ""));
        return Optional.of(path);
    }

    private RuntimeExpression stepOutput() throws ExpressionSyntaxException {
        String stepId = cursor.id("the id of a step");
        int start = cursor.index();
        cursor.expect(".", "'.outputs.'");
        if (cursor.accept("outputs.")) {
            return new StepOutput(stepId, name("the name of an output"), pointer());
        }
        int nameStart = cursor.index();
        String name = name("'outputs.'");
        if (NO_OUTPUTS.contains(name.substring(0, AccessPath.firstBoundary(name)))) {
            throw cursor.failure(nameStart, "'outputs.' and the name of an output");
        }
        note(
                "step-without-outputs",
                "'" + name + "' is read as an output of the step",
                cursor.before(start) + ".outputs." + name);
        return new StepOutput(stepId, name, pointer());
    }

    private RuntimeExpression workflowValue() throws ExpressionSyntaxException {
        String workflowId = cursor.id("the id of a workflow");
        return switch (cursor.oneOf(
                List.of(".inputs.", ".outputs.", ".steps."), "'.inputs.' or '.outputs.' behind the workflow's id")) {
            case ".inputs." -> new WorkflowInput(workflowId, name("the name of an input"), pointer());
            case ".outputs." -> new WorkflowOutput(workflowId, name("the name of an output"), pointer());
            default -> {
                String stepId = cursor.id("the id of a step");
                cursor.expect(".outputs.", "'.outputs.' behind the step's id");
                yield new WorkflowStepOutput(workflowId, stepId, name("the name of an output"), pointer());
            }
        };
    }

    private RuntimeExpression sourceDescription() throws ExpressionSyntaxException {
        String name = cursor.id("the name of a source description");
        cursor.expect(".", "'.' behind the name of the source description");
        int start = cursor.index();
        String reference = cursor.freeText();
        if (reference.isEmpty()) {
            throw cursor.failure(start, "an operation id, a workflow id or a field of the source description");
        }
        return new RuntimeExpression.SourceDescriptionReference(name, reference);
    }

    private RuntimeExpression component() throws ExpressionSyntaxException {
        String type = cursor.oneOf(COMPONENTS, "parameters, successActions or failureActions");
        return new RuntimeExpression.ComponentReference(
                type.substring(0, type.length() - 1), cursor.identifier("the name of a component"));
    }

    private String name(String expected) throws ExpressionSyntaxException {
        int start = cursor.index();
        String name = cursor.lenientIdentifier(expected);
        int bracket = name.indexOf('[');
        if (bracket >= 0) {
            note(
                    "access-without-pointer",
                    "'" + name + "' is read as that name if it exists, otherwise as access to members and items",
                    cursor.before(start) + name.substring(0, bracket) + "#"
                            + AccessPath.toPointer(name.substring(bracket)));
        }
        if (name.indexOf('$') >= 0) {
            note(
                    "dollar-in-name",
                    "'$' is read as part of the name '" + name + "'",
                    cursor.before(start) + name.replaceFirst("^\\$\\.*", ""));
        }
        return name;
    }

    private Optional<String> pointer() throws ExpressionSyntaxException {
        int start = cursor.index();
        if (!cursor.accept("#")) {
            return Optional.empty();
        }
        String pointer = cursor.pointer();
        if (!JsonPointers.isPointer(pointer)) {
            pointer = "/" + pointer;
            note("pointer-without-slash", "'#' is read as '#/'", cursor.before(start) + "#" + pointer);
        }
        if (pointer.matches("(?s).*\\[[0-9]+].*")) {
            note(
                    "index-in-pointer",
                    "'" + pointer + "' is read as these names if they exist, otherwise as access to items",
                    cursor.before(start) + "#"
                            + pointer.replaceAll("\\[([0-9]+)]\\.?", "/$1/")
                                    .replaceAll("/+$", "")
                                    .replace("//", "/"));
        }
        return Optional.of(pointer);
    }

    private void note(String rule, String message, String conformingSpelling) {
        readings.add(new LenientReading(rule, message, conformingSpelling));
    }
}
