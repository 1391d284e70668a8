package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.runner.StepVisit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the document reads of an output of a step.
 *
 * @param read whether it is read at all
 * @param inside places inside of the value that are read
 */
record OutputUses(boolean read, List<List<String>> inside) {

    private static final Set<String> PROSE = Set.of("description", "summary");

    static OutputUses of(String output, StepVisit visit) {
        Pattern use = Pattern.compile("steps\\." + Pattern.quote(visit.step().stepId()) + "\\.(?:outputs\\.)?"
                + Pattern.quote(output) + "(?![\\w-])(#/[^\\s\"'{}|&=<>!,()]*|(?:\\.[\\w-]+|\\[\\d+])+)?");
        StringBuilder texts = new StringBuilder();
        collect(visit.invocation().document().document().source().value(), texts);
        Matcher matcher = use.matcher(texts);
        boolean read = false;
        Set<List<String>> inside = new LinkedHashSet<>();
        while (matcher.find()) {
            read = true;
            boolean otherName = visit.step().outputs().keySet().stream()
                    .anyMatch(name -> name.startsWith(output + ".") || name.startsWith(output + "["));
            if (matcher.group(1) != null && matcher.group(1).length() > 2 && !otherName) {
                inside.add(tokens(matcher.group(1)));
            }
        }
        return new OutputUses(read, new ArrayList<>(inside));
    }

    /** Every text but prose, one a line. */
    private static void collect(JsonNode value, StringBuilder texts) {
        if (value.isTextual()) {
            texts.append(value.textValue()).append('\n');
        } else if (value.isArray()) {
            value.forEach(item -> collect(item, texts));
        } else {
            value.properties().stream()
                    .filter(member -> !PROSE.contains(member.getKey()))
                    .forEach(member -> collect(member.getValue(), texts));
        }
    }

    private static List<String> tokens(String path) {
        String pointer = path.startsWith("#") ? path.substring(1) : new Source.BodyAccess(path).pointer();
        List<String> tokens = new ArrayList<>(JsonPointers.tokens(pointer));
        // The number of items is there whenever the items are.
        tokens.remove("length");
        return List.copyOf(tokens);
    }
}
