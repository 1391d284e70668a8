package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A string with runtime expressions in it. A substitution begins at <code>{$</code> and ends at the next brace; what
 * stands between has to be an expression, otherwise it is literal (EXP-45). Immutable.
 */
public final class Template {

    /** A part of a template. */
    public sealed interface Segment {

        record Literal(String text) implements Segment {}

        /**
         * An expression.
         *
         * @param source the expression as written, without braces
         */
        record Embedded(RuntimeExpression expression, String source) implements Segment {}
    }

    private final String text;
    private final boolean wholeExpression;
    private final List<Segment> segments;
    private final List<LenientReading> lenientReadings;

    Template(String text, boolean wholeExpression, List<Segment> segments, List<LenientReading> lenientReadings) {
        this.text = text;
        this.wholeExpression = wholeExpression;
        this.segments = List.copyOf(segments);
        this.lenientReadings = List.copyOf(lenientReadings);
    }

    /** Reads any text; a text without expressions is one literal. */
    public static Template parse(String text) {
        return TemplateParser.parse(text);
    }

    /**
     * Reads an output: one expression or, outside of the specification, a text with expressions in braces (STP-96).
     *
     * @throws ExpressionSyntaxException when the text is neither, with the problem of the first reading
     */
    public static Template parseOutput(String text) throws ExpressionSyntaxException {
        Template template = parse(text);
        if (!template.embedsInBraces()) {
            RuntimeExpressionParser.parse(text);
        }
        return template;
    }

    /** Whether text stands around expressions in braces, and nothing else begins like one. */
    private boolean embedsInBraces() {
        return segments.size() > 1
                && !isConstant()
                && lenientReadings.stream().noneMatch(reading -> reading.rule().equals(TemplateParser.WITHOUT_BRACES))
                && segments.stream()
                        .noneMatch(segment -> segment instanceof Segment.Literal literal
                                && literal.text().contains("{$"));
    }

    /** The text as written. */
    public String text() {
        return text;
    }

    public List<Segment> segments() {
        return segments;
    }

    /** The expressions in the order of the text. */
    public List<RuntimeExpression> expressions() {
        return segments.stream()
                .filter(Segment.Embedded.class::isInstance)
                .map(segment -> ((Segment.Embedded) segment).expression())
                .toList();
    }

    /** Spellings that strict validation refuses: those of the expressions, and expressions without braces. */
    public List<LenientReading> lenientReadings() {
        return lenientReadings;
    }

    /** Whether the text is one expression without braces, which keeps the type of its value (EXP-40, EXP-47). */
    public boolean isWholeExpression() {
        return wholeExpression;
    }

    /** Whether nothing has to be evaluated. */
    public boolean isConstant() {
        return expressions().isEmpty();
    }

    /** The typed value of a whole expression, otherwise the text with plain insertion (PRM-17). */
    public Evaluation evaluate(Scope scope) {
        return wholeExpression
                ? value((Segment.Embedded) segments.get(0), scope)
                : render(scope, TemplateEscaping.NONE).text();
    }

    /**
     * The text with all expressions replaced by the string form of their values, never scanned again (EXP-46). What is
     * missing inside a text is an error, because no part of the text can stand for it (AMB-67).
     */
    public Rendering render(Scope scope, TemplateEscaping escaping) {
        List<TemplateEscaping.Part> parts = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Embedded embedded) {
                Evaluation evaluation = value(embedded, scope);
                if (evaluation instanceof Evaluation.Missing missing) {
                    return new Rendering(new Evaluation.Error(missing.reason()), List.of());
                }
                if (!(evaluation instanceof Evaluation.Value value)) {
                    return new Rendering(evaluation, List.of());
                }
                parts.add(new TemplateEscaping.Part(value.json(), true));
            } else if (segment instanceof Segment.Literal literal) {
                parts.add(new TemplateEscaping.Part(TextNode.valueOf(literal.text()), false));
            }
        }
        return escaping.join(parts);
    }

    private static Evaluation value(Segment.Embedded embedded, Scope scope) {
        Evaluation evaluation = ExpressionEvaluator.evaluate(embedded.expression(), scope);
        if (evaluation instanceof Evaluation.Missing missing) {
            return new Evaluation.Missing(embedded.source() + " finds nothing: " + missing.reason());
        }
        if (evaluation instanceof Evaluation.Error error) {
            return new Evaluation.Error(embedded.source() + " cannot be evaluated: " + error.reason());
        }
        return evaluation;
    }
}
