package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import io.github.arazzojunit.model.Position;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree of one YAML text and, parallel to it, the tree of places, from the events of the parser. The parser
 * itself knows YAML 1.1 only; what differs (types of plain scalars, the merge key) is decided here.
 */
final class YamlTreeReader {

    /**
     * A value as it was read.
     *
     * @param nodes values in it, aliases expanded
     * @param height nested levels in it, aliases expanded; 0 for a scalar
     */
    private record Tree(JsonNode value, Places places, long nodes, int height) {

        Tree movedTo(Mark at) {
            Places moved = new Places(at.getLine() + 1, at.getColumn() + 1, places.members(), places.items());
            return new Tree(value, moved, nodes, height);
        }
    }

    private final URI uri;
    private final ReadLimits limits;
    private final Parser parser;
    private final Map<String, Tree> anchors = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final YamlTypes types;
    private long aliasNodes;

    private YamlTreeReader(URI uri, String text, ReadLimits limits) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.uri = uri;
        this.limits = limits;
        this.types = new YamlTypes(uri, findings);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    static LocatedNode read(URI uri, String text, ReadLimits limits) throws UnreadableException {
        try {
            return new YamlTreeReader(uri, text, limits).document();
        } catch (YAMLException e) {
            throw new UnreadableException(YamlSyntax.explain(uri, text, e));
        }
    }

    private LocatedNode document() throws UnreadableException {
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.DocumentStart)) {
            throw LocatedReader.emptyFile(new Position(uri, 1, 1));
        }
        parser.getEvent();
        Event first = parser.getEvent();
        Tree tree = value(first, first.getStartMark(), 1);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            report(
                    ReaderRule.SEVERAL_DOCUMENTS,
                    parser.peekEvent().getStartMark(),
                    "A second YAML document begins here; a file holds one document only.",
                    "Remove it, or move it to a file of its own.");
        }
        if (!findings.isEmpty()) {
            throw new UnreadableException(findings);
        }
        if (tree.value().isNull()) {
            throw LocatedReader.emptyFile(position(first.getStartMark()));
        }
        return LocatedNode.root(uri, tree.value(), tree.places());
    }

    /** The value that begins with the event; {@code at} is its place, for a member that of its key. */
    private Tree value(Event event, Mark at, int depth) throws UnreadableException {
        if (event instanceof AliasEvent alias) {
            return alias(alias, at, depth);
        }
        if (event instanceof ScalarEvent scalar) {
            return anchored(scalar.getAnchor(), leaf(types.value(scalar), at));
        }
        if (depth > limits.maxDepth()) {
            throw TextFindings.tooDeep(position(event.getStartMark()), limits);
        }
        if (event instanceof MappingStartEvent mapping) {
            types.requireTag(mapping.getTag(), "map", mapping);
            return anchored(mapping.getAnchor(), mapping(at, depth));
        }
        SequenceStartEvent sequence = (SequenceStartEvent) event;
        types.requireTag(sequence.getTag(), "seq", sequence);
        return anchored(sequence.getAnchor(), sequence(at, depth));
    }

    private Tree mapping(Mark at, int depth) throws UnreadableException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Places> members = new HashMap<>();
        long nodes = 1;
        int height = 0;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = parser.getEvent();
            Mark keyMark = keyEvent.getStartMark();
            Optional<String> key = key(keyEvent, depth + 1);
            Tree member = value(parser.getEvent(), keyMark, depth + 1);
            nodes += member.nodes();
            height = Math.max(height, member.height());
            if (key.isEmpty()) {
                continue;
            }
            Places first = members.putIfAbsent(key.get(), member.places());
            if (first == null) {
                object.set(key.get(), member.value());
            } else {
                findings.add(TextFindings.duplicateKey(key.get(), first, position(keyMark)));
            }
        }
        parser.getEvent();
        return new Tree(object, places(at, members, List.of()), nodes, height + 1);
    }

    private Tree sequence(Mark at, int depth) throws UnreadableException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<Places> items = new ArrayList<>();
        long nodes = 1;
        int height = 0;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Event event = parser.getEvent();
            Tree item = value(event, event.getStartMark(), depth + 1);
            array.add(item.value());
            items.add(item.places());
            nodes += item.nodes();
            height = Math.max(height, item.height());
        }
        parser.getEvent();
        return new Tree(array, places(at, Map.of(), items), nodes, height + 1);
    }

    /** The name of a member: the text of a scalar, whatever its type would be as a value (DOC-05). */
    private Optional<String> key(Event event, int depth) throws UnreadableException {
        if (event instanceof ScalarEvent scalar
                && !(scalar.getScalarStyle() == ScalarStyle.PLAIN && CoreSchema.isNull(scalar.getValue()))) {
            anchored(scalar.getAnchor(), leaf(types.value(scalar), scalar.getStartMark()));
            return Optional.of(scalar.getValue());
        }
        Tree key = value(event, event.getStartMark(), depth);
        if (key.value().isTextual()) {
            return Optional.of(key.value().textValue());
        }
        report(
                ReaderRule.KEY_NOT_TEXT,
                event.getStartMark(),
                "The key is " + (key.value().isNull() ? "empty or null" : "no text") + "; JSON has only texts as keys.",
                "Write a text as key, in quotes if need be.");
        return Optional.empty();
    }

    private Tree alias(AliasEvent event, Mark at, int depth) throws UnreadableException {
        Tree tree = anchors.get(event.getAnchor());
        if (tree == null) {
            report(
                    ReaderRule.UNKNOWN_ANCHOR,
                    event.getStartMark(),
                    "The alias '*" + event.getAnchor() + "' has no complete anchor '&" + event.getAnchor()
                            + "' before it.",
                    "Define the anchor first, and not around its own alias; put a text that begins with '*' in quotes.");
            return leaf(NullNode.getInstance(), at);
        }
        aliasNodes += tree.nodes();
        if (aliasNodes > limits.maxAliasNodes()) {
            throw new UnreadableException(ReaderRule.TOO_MANY_ALIASES.at(
                    position(event.getStartMark()),
                    "The aliases of this file stand for more than the allowed " + limits.maxAliasNodes()
                            + " values; the file is not read.",
                    "Use fewer aliases."));
        }
        if (depth - 1 + tree.height() > limits.maxDepth()) {
            throw TextFindings.tooDeep(position(event.getStartMark()), limits);
        }
        return tree.movedTo(at);
    }

    private Tree anchored(@Nullable String anchor, Tree tree) {
        if (anchor != null) {
            anchors.put(anchor, tree);
        }
        return tree;
    }

    private static Tree leaf(JsonNode value, Mark at) {
        return new Tree(value, places(at, Map.of(), List.of()), 1, 0);
    }

    private static Places places(Mark at, Map<String, Places> members, List<Places> items) {
        return new Places(at.getLine() + 1, at.getColumn() + 1, members, items);
    }

    private Position position(Mark mark) {
        return YamlSyntax.position(uri, mark);
    }

    private void report(ReaderRule rule, Mark mark, String message, String remedy) {
        findings.add(rule.at(position(mark), message, remedy));
    }
}
