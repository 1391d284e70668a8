package io.github.arazzojunit.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import io.github.arazzojunit.model.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the tree of one JSON text and, parallel to it, the tree of places. */
final class JsonTreeReader {

    private record Tree(JsonNode value, Places places) {}

    private final URI uri;
    private final ReadLimits limits;
    private final JsonParser parser;
    private final List<Finding> findings = new ArrayList<>();

    private JsonTreeReader(URI uri, ReadLimits limits, JsonParser parser) {
        this.uri = uri;
        this.limits = limits;
        this.parser = parser;
    }

    static LocatedNode read(URI uri, String text, ReadLimits limits) throws UnreadableException {
        try (JsonParser parser = factory(limits).createParser(text)) {
            return new JsonTreeReader(uri, limits, parser).document();
        } catch (JsonProcessingException e) {
            throw new UnreadableException(ReaderRule.JSON_SYNTAX.at(
                    position(uri, e.getLocation()),
                    "The file is no JSON and cannot be read: " + e.getOriginalMessage() + ".",
                    "Correct the JSON at this place."));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read.", e);
        }
    }

    private static JsonFactory factory(ReadLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.maxDepth() + 1)
                .maxNumberLength(limits.maxBytes())
                .maxStringLength(limits.maxBytes())
                .maxNameLength(limits.maxBytes())
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private LocatedNode document() throws IOException, UnreadableException {
        parser.nextToken();
        Tree tree = value(parser.currentTokenLocation(), 1);
        if (parser.nextToken() != null) {
            findings.add(ReaderRule.SEVERAL_DOCUMENTS.at(
                    position(uri, parser.currentTokenLocation()),
                    "A second value begins behind the end of the first; a file holds one document only.",
                    "Remove it, or move it to a file of its own."));
        }
        if (!findings.isEmpty()) {
            throw new UnreadableException(findings);
        }
        return LocatedNode.root(uri, tree.value(), tree.places());
    }

    /** The value at the current token; {@code at} is its place, for a member that of its key. */
    private Tree value(JsonLocation at, int depth) throws IOException, UnreadableException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw LocatedReader.emptyFile(position(uri, at));
        }
        return switch (token) {
            case START_OBJECT -> object(at, checked(depth));
            case START_ARRAY -> array(at, checked(depth));
            case VALUE_STRING -> scalar(at, TextNode.valueOf(parser.getText()));
            case VALUE_NUMBER_INT -> scalar(at, number(Numbers.integer(parser.getText())));
            case VALUE_NUMBER_FLOAT -> scalar(at, number(Numbers.decimal(parser.getText())));
            case VALUE_TRUE -> scalar(at, BooleanNode.TRUE);
            case VALUE_FALSE -> scalar(at, BooleanNode.FALSE);
            default -> scalar(at, NullNode.getInstance());
        };
    }

    private Tree object(JsonLocation at, int depth) throws IOException, UnreadableException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Places> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonLocation key = parser.currentTokenLocation();
            parser.nextToken();
            Tree member = value(key, depth + 1);
            Places first = members.putIfAbsent(name, member.places());
            if (first == null) {
                object.set(name, member.value());
            } else {
                findings.add(TextFindings.duplicateKey(name, first, position(uri, key)));
            }
        }
        return new Tree(object, new Places(at.getLineNr(), at.getColumnNr(), members, List.of()));
    }

    private Tree array(JsonLocation at, int depth) throws IOException, UnreadableException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<Places> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Tree item = value(parser.currentTokenLocation(), depth + 1);
            array.add(item.value());
            items.add(item.places());
        }
        return new Tree(array, new Places(at.getLineNr(), at.getColumnNr(), Map.of(), items));
    }

    private static Tree scalar(JsonLocation at, JsonNode value) {
        return new Tree(value, new Places(at.getLineNr(), at.getColumnNr(), Map.of(), List.of()));
    }

    private JsonNode number(Optional<JsonNode> number) throws IOException {
        if (number.isEmpty()) {
            findings.add(TextFindings.unusableNumber(position(uri, parser.currentTokenLocation()), parser.getText()));
        }
        return number.orElse(NullNode.getInstance());
    }

    private int checked(int depth) throws UnreadableException {
        if (depth > limits.maxDepth()) {
            throw TextFindings.tooDeep(position(uri, parser.currentTokenLocation()), limits);
        }
        return depth;
    }

    private static Position position(URI uri, JsonLocation location) {
        return new Position(uri, location.getLineNr(), location.getColumnNr());
    }
}
