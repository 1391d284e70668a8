package io.github.arazzojunit.expression;

import io.github.arazzojunit.expression.Template.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scans a text for expressions, with braces or, leniently, without. */
final class TemplateParser {

    static final String WITHOUT_BRACES = "expression-without-braces";

    /** A known root inside longer text; trailing punctuation belongs to the text. */
    private static final Pattern BARE =
            Pattern.compile("\\$(?:inputs|steps|response|workflows|outputs)\\.[A-Za-z0-9._#/\\[\\]~-]*[A-Za-z0-9_\\]]");

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private final List<LenientReading> readings = new ArrayList<>();
    private int literalStart;

    private TemplateParser(String text) {
        this.text = text;
    }

    static Template parse(String text) {
        Optional<ParsedExpression> whole = text.startsWith("$") ? expression(text) : Optional.empty();
        if (whole.isPresent()) {
            Segment segment = new Segment.Embedded(whole.get().expression(), text);
            return new Template(text, true, List.of(segment), whole.get().lenientReadings());
        }
        TemplateParser parser = new TemplateParser(text);
        parser.scan();
        return new Template(text, false, parser.segments, parser.readings);
    }

    private void scan() {
        int index = 0;
        while (index < text.length()) {
            if (text.startsWith("{$", index)) {
                index = braced(index);
            } else if (text.charAt(index) == '$') {
                index = bare(index);
            } else {
                index++;
            }
        }
        addLiteral(text.length());
    }

    private int braced(int index) {
        int close = nextBrace(index + 2);
        if (close < text.length() && text.charAt(close) == '}') {
            String source = text.substring(index + 1, close);
            Optional<ParsedExpression> parsed = expression(source);
            if (parsed.isPresent()) {
                embed(index, close + 1, source, parsed.get());
                return close + 1;
            }
        }
        return index + 2;
    }

    private int nextBrace(int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) != '{' && text.charAt(index) != '}') {
            index++;
        }
        return index;
    }

    private int bare(int index) {
        Matcher matcher = BARE.matcher(text).region(index, text.length());
        if (!matcher.lookingAt()) {
            return index + 1;
        }
        for (int end = matcher.end(); end > index; end = previousEnd(index, end)) {
            String source = text.substring(index, end);
            Optional<ParsedExpression> parsed = expression(source);
            if (parsed.isPresent()) {
                readings.add(new LenientReading(
                        WITHOUT_BRACES,
                        "'" + source + "' inside longer text is read as embedded expression",
                        "{" + source + "}"));
                embed(index, end, source, parsed.get());
                return end;
            }
        }
        return index + 1;
    }

    /** The end of the next shorter candidate: before the last separator. */
    private int previousEnd(int start, int end) {
        int candidate = end - 1;
        while (candidate > start && "/#[]~".indexOf(text.charAt(candidate)) < 0) {
            candidate--;
        }
        while (candidate > start && "./-#~[".indexOf(text.charAt(candidate - 1)) >= 0) {
            candidate--;
        }
        return candidate;
    }

    private void embed(int start, int end, String source, ParsedExpression parsed) {
        addLiteral(start);
        segments.add(new Segment.Embedded(parsed.expression(), source));
        readings.addAll(parsed.lenientReadings());
        literalStart = end;
    }

    private void addLiteral(int end) {
        if (end > literalStart || segments.isEmpty() && end == text.length()) {
            segments.add(new Segment.Literal(text.substring(literalStart, end)));
        }
        literalStart = end;
    }

    private static Optional<ParsedExpression> expression(String source) {
        try {
            return Optional.of(RuntimeExpressionParser.parse(source));
        } catch (ExpressionSyntaxException e) {
            return Optional.empty();
        }
    }
}
