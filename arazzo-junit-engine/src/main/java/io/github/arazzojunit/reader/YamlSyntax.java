package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Position;
import java.net.URI;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Turns what the YAML parser complains about into a finding with a remedy. */
final class YamlSyntax {

    private YamlSyntax() {}

    static Finding explain(URI uri, String text, YAMLException failure) {
        if (failure instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
            Position position = mark == null ? new Position(uri, 1, 1) : position(uri, mark);
            return finding(position, String.valueOf(marked.getProblem()));
        }
        if (failure instanceof ReaderException character) {
            return finding(
                    positionOf(uri, text, character.getPosition()),
                    "the character U+%04X is not allowed".formatted(character.getCodePoint()));
        }
        return finding(new Position(uri, 1, 1), String.valueOf(failure.getMessage()));
    }

    static Position position(URI uri, Mark mark) {
        return new Position(uri, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Finding finding(Position position, String problem) {
        return ReaderRule.YAML_SYNTAX.at(
                position, "The file is no YAML and cannot be read: " + problem + ".", remedy(problem));
    }

    private static String remedy(String problem) {
        if (problem.contains("TAB")) {
            return "Indent with blanks; YAML allows no tabs there.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Put a text that contains ': ' in quotes, or correct the indentation.";
        }
        if (problem.contains("that cannot start any token")) {
            return "Put a text that begins with this character in quotes.";
        }
        return "Correct the YAML at this place or just before it: indentation, quotes and brackets.";
    }

    private static Position positionOf(URI uri, String text, int codePoints) {
        String before = text.substring(0, text.offsetByCodePoints(0, codePoints));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Position(uri, line, before.length() - lineStart + 1);
    }
}
