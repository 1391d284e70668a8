package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree of one YAML text and, parallel to it, the tree of places, from the events of the parser. The parser
 * itself knows YAML 1.1 only; what differs (types of plain scalars, the merge key) is decided here and beside it.
 */
final class YamlTreeReader {

    private final URI uri;
    private final ReadLimits limits;
    private final Parser parser;
    private final Map<String, YamlTree> anchors = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final YamlTypes types;
    private final MergeKeys merges;
    private long aliasNodes;

    private YamlTreeReader(URI uri, String text, ReadLimits limits) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.uri = uri;
        this.limits = limits;
        this.types = new YamlTypes(uri, findings);
        this.merges = new MergeKeys(uri, findings);
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
        types.begin((DocumentStartEvent) parser.getEvent());
        Event first = parser.getEvent();
        YamlTree tree = value(first, first.getStartMark(), 1);
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
        return LocatedNode.root(uri, tree.value(), tree.places(), remarks());
    }

    private List<Finding> remarks() {
        return Stream.of(merges.remark(), types.remark())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The value that begins with the event; {@code at} is its place, for a member that of its key. */
    private YamlTree value(Event event, Mark at, int depth) throws UnreadableException {
        if (event instanceof AliasEvent alias) {
            return alias(alias, at, depth);
        }
        if (event instanceof ScalarEvent scalar) {
            types.noteVersion(scalar);
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

    private YamlTree mapping(Mark at, int depth) throws UnreadableException {
        YamlMembers members = new YamlMembers();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = parser.getEvent();
            Mark keyMark = keyEvent.getStartMark();
            if (MergeKeys.isMergeKey(keyEvent)) {
                merges.add(members, value(parser.getEvent(), keyMark, depth + 1), keyMark);
                continue;
            }
            Optional<String> key = key(keyEvent, depth + 1);
            YamlTree member = value(parser.getEvent(), keyMark, depth + 1);
            key.flatMap(name -> members.add(name, member)
                            .map(first -> TextFindings.duplicateKey(name, first, position(keyMark))))
                    .ifPresent(findings::add);
        }
        parser.getEvent();
        return members.tree(at);
    }

    private YamlTree sequence(Mark at, int depth) throws UnreadableException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<Places> items = new ArrayList<>();
        long nodes = 1;
        int height = 0;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Event event = parser.getEvent();
            YamlTree item = value(event, event.getStartMark(), depth + 1);
            array.add(item.value());
            items.add(item.places());
            nodes += item.nodes();
            height = Math.max(height, item.height());
        }
        parser.getEvent();
        return new YamlTree(array, YamlTree.places(at, Map.of(), items), nodes, height + 1);
    }

    /** The name of a member: the text of a scalar, whatever its type would be as a value (DOC-05). */
    private Optional<String> key(Event event, int depth) throws UnreadableException {
        if (event instanceof ScalarEvent scalar
                && !(scalar.getScalarStyle() == ScalarStyle.PLAIN && CoreSchema.isNull(scalar.getValue()))) {
            anchored(scalar.getAnchor(), leaf(types.value(scalar), scalar.getStartMark()));
            return Optional.of(scalar.getValue());
        }
        YamlTree key = value(event, event.getStartMark(), depth);
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

    private YamlTree alias(AliasEvent event, Mark at, int depth) throws UnreadableException {
        YamlTree tree = anchors.get(event.getAnchor());
        if (tree == null) {
            report(
                    ReaderRule.UNKNOWN_ANCHOR,
                    event.getStartMark(),
                    "The alias '*" + event.getAnchor() + "' has no complete anchor '&" + event.getAnchor()
                            + "' before it.",
                    "Define the anchor first, and not around its own alias; put a text that begins with '*' in quotes.");
            return leaf(JsonNodeFactory.instance.objectNode(), at);
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

    private YamlTree anchored(@Nullable String anchor, YamlTree tree) {
        if (anchor != null) {
            anchors.put(anchor, tree);
        }
        return tree;
    }

    private static YamlTree leaf(JsonNode value, Mark at) {
        return new YamlTree(value, YamlTree.places(at, Map.of(), List.of()), 1, 0);
    }

    private Position position(Mark mark) {
        return YamlSyntax.position(uri, mark);
    }

    private void report(ReaderRule rule, Mark mark, String message, String remedy) {
        findings.add(rule.at(position(mark), message, remedy));
    }
}
