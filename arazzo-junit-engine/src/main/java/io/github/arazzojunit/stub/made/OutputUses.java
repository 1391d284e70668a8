package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.runner.StepVisit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the document reads of an output of a step.
 *
 * @param read whether it is read at all
 * @param inside places inside of the value that are read, each with where that is done first
 */
record OutputUses(boolean read, Map<List<String>, Position> inside) {

    private static final Set<String> PROSE = Set.of("description", "summary");

    static OutputUses of(String output, StepVisit visit) {
        Pattern use = Pattern.compile("steps\\." + Pattern.quote(visit.step().stepId()) + "\\.(?:outputs\\.)?"
                + Pattern.quote(output) + "(?![\\w-])(#/[^\\s\"'{}|&=<>!,()]*|(?:\\.[\\w-]+|\\[\\d+])+)?");
        boolean otherName = visit.step().outputs().keySet().stream()
                .anyMatch(name -> name.startsWith(output + ".") || name.startsWith(output + "["));
        List<LocatedNode> texts = new ArrayList<>();
        collect(visit.invocation().document().document().source(), texts);
        boolean read = false;
        Map<List<String>, Position> inside = new LinkedHashMap<>();
        for (LocatedNode text : texts) {
            Matcher matcher = use.matcher(text.text());
            while (matcher.find()) {
                read = true;
                if (matcher.group(1) != null && matcher.group(1).length() > 2 && !otherName) {
                    inside.putIfAbsent(tokens(matcher.group(1)), text.position());
                }
            }
        }
        return new OutputUses(read, inside);
    }

    /** Every text that may read something, but no prose. */
    private static void collect(LocatedNode node, List<LocatedNode> texts) {
        if (node.isText()) {
            if (node.text().contains("steps.")) {
                texts.add(node);
            }
            return;
        }
        node.items().forEach(item -> collect(item, texts));
        node.members().forEach((name, member) -> {
            if (!PROSE.contains(name)) {
                collect(member, texts);
            }
        });
    }

    private static List<String> tokens(String path) {
        String pointer = path.startsWith("#") ? path.substring(1) : new Source.BodyAccess(path).pointer();
        List<String> tokens = new ArrayList<>(JsonPointers.tokens(pointer));
        // The number of items is there whenever the items are.
        tokens.remove("length");
        return List.copyOf(tokens);
    }
}
