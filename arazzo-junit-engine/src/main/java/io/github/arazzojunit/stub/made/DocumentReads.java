package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.StepVisit;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who reads the outputs of steps, collected once for each document. Thread-safe. */
public final class DocumentReads {

    private static final Set<String> PROSE = Set.of("description", "summary");
    private static final Pattern STEP = Pattern.compile("\\$steps\\.([A-Za-z0-9_-]+)");

    private final Map<URI, Reads> documents = new ConcurrentHashMap<>();

    /**
     * What the document reads of an output of a step.
     *
     * @param read whether it is read at all
     * @param inside places inside of the value that are read, each with where that is done first
     */
    record OutputUses(boolean read, Map<List<String>, Position> inside) {}

    OutputUses of(String output, StepVisit visit) {
        Key key = new Key(visit.step().stepId(), output);
        Reads reads = reads(visit.invocation().document().document());
        return reads.uses.computeIfAbsent(key, missing -> reads.uses(missing, visit.step()));
    }

    /** The steps behind another one whose criteria read its outputs. */
    List<Step> after(StepVisit visit) {
        Workflow workflow = visit.invocation().workflow();
        return reads(visit.invocation().document().document())
                .critics
                .computeIfAbsent(workflow.workflowId(), missing -> critics(workflow))
                .getOrDefault(visit.step().stepId(), List.of());
    }

    private Reads reads(ArazzoDocument document) {
        return documents.computeIfAbsent(document.uri(), uri -> new Reads(document.source()));
    }

    private static Map<String, List<Step>> critics(Workflow workflow) {
        Map<String, List<Step>> critics = new LinkedHashMap<>();
        Set<String> before = new LinkedHashSet<>();
        for (Step step : workflow.steps()) {
            step.successCriteria().stream()
                    .flatMap(DocumentReads::stepsOf)
                    .distinct()
                    .filter(before::contains)
                    .forEach(read -> critics.computeIfAbsent(read, key -> new ArrayList<>())
                            .add(step));
            before.add(step.stepId());
        }
        return critics;
    }

    private static Stream<String> stepsOf(Criterion criterion) {
        return Stream.of(criterion.condition(), criterion.context().orElse(""))
                .flatMap(text -> STEP.matcher(text).results())
                .map(match -> match.group(1));
    }

    private record Key(String stepId, String output) {}

    /** Of one document. */
    private static final class Reads {

        private final List<LocatedNode> texts = new ArrayList<>();
        private final Map<Key, OutputUses> uses = new ConcurrentHashMap<>();
        private final Map<String, Map<String, List<Step>>> critics = new ConcurrentHashMap<>();

        Reads(LocatedNode document) {
            collect(document);
        }

        /** Every text that may read something, but no prose. */
        private void collect(LocatedNode node) {
            if (node.isText()) {
                if (node.text().contains("steps.")) {
                    texts.add(node);
                }
                return;
            }
            node.items().forEach(this::collect);
            node.members().forEach((name, member) -> {
                if (!PROSE.contains(name)) {
                    collect(member);
                }
            });
        }

        OutputUses uses(Key key, Step step) {
            Pattern use = Pattern.compile("steps\\." + Pattern.quote(key.stepId()) + "\\.(?:outputs\\.)?"
                    + Pattern.quote(key.output())
                    + "(?![\\w-])(#/[^\\s\"'{}|&=<>!,()]*|(?:\\.[\\w-]+|\\[\\d+])+)?");
            boolean otherName = step.outputs().keySet().stream()
                    .anyMatch(name -> name.startsWith(key.output() + ".") || name.startsWith(key.output() + "["));
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

        private static List<String> tokens(String path) {
            String pointer = path.startsWith("#") ? path.substring(1) : new Source.BodyAccess(path).pointer();
            List<String> tokens = new ArrayList<>(JsonPointers.tokens(pointer));
            // The number of items is there whenever the items are.
            tokens.remove("length");
            return List.copyOf(tokens);
        }
    }
}
