package io.github.arazzojunit.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value together with its place in the text that it was read from. Immutable as long as nobody changes the
 * JSON value; children are made on demand.
 */
public final class LocatedNode {

    /**
     * The places of a value and of everything below it, parallel to the JSON tree.
     *
     * @param line counted from 1; of a member: where its key stands
     * @param column counted from 1
     * @param members places of an object's members by name, empty for every other value
     * @param items places of an array's items, empty for every other value
     */
    public record Places(int line, int column, Map<String, Places> members, List<Places> items) {}

    /** What all nodes of one text share. */
    private record Origin(URI uri, List<Finding> remarks) {}

    private final Origin origin;
    private final String pointer;
    private final JsonNode value;
    private final Places places;

    private LocatedNode(Origin origin, String pointer, JsonNode value, Places places) {
        this.origin = origin;
        this.pointer = pointer;
        this.value = value;
        this.places = places;
    }

    /** The root of a text that was read from {@code uri}. */
    public static LocatedNode root(URI uri, JsonNode value, Places places) {
        return root(uri, value, places, List.of());
    }

    /**
     * The root of a text that was read from {@code uri}.
     *
     * @param remarks warnings about the text as a whole
     */
    public static LocatedNode root(URI uri, JsonNode value, Places places, List<Finding> remarks) {
        return new LocatedNode(new Origin(uri, List.copyOf(remarks)), "", value, places);
    }

    /** The JSON value; never to be changed. */
    public JsonNode value() {
        return value;
    }

    /** Where the text was read from. */
    public URI uri() {
        return origin.uri();
    }

    /** Warnings about the text as a whole, whichever of its nodes is asked. */
    public List<Finding> remarks() {
        return origin.remarks();
    }

    /** RFC 6901 pointer from the root of the text, empty for the root. */
    public String pointer() {
        return pointer;
    }

    /** Of a member: the place of its key; otherwise the place where the value begins. */
    public Position position() {
        return new Position(uri(), places.line(), places.column());
    }

    /** The form in which messages name a place of a description, see {@link Position#with}. */
    public String location() {
        return position().with(pointer);
    }

    public boolean isObject() {
        return value.isObject();
    }

    public boolean isArray() {
        return value.isArray();
    }

    public boolean isText() {
        return value.isTextual();
    }

    /** The text of a string value, otherwise the JSON text of the value. */
    public String text() {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** The member with this name, empty for an absent one and for everything that is no object. */
    public Optional<LocatedNode> member(String name) {
        JsonNode child = value.isObject() ? value.get(name) : null;
        return child == null
                ? Optional.empty()
                : Optional.of(child(name, child, places.members().get(name)));
    }

    /** All members in the order of the text; empty for everything that is no object. */
    public Map<String, LocatedNode> members() {
        Map<String, LocatedNode> members = new LinkedHashMap<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(entry -> members.put(
                            entry.getKey(),
                            child(
                                    entry.getKey(),
                                    entry.getValue(),
                                    places.members().get(entry.getKey()))));
        }
        return members;
    }

    /** All items; empty for everything that is no array. */
    public List<LocatedNode> items() {
        List<LocatedNode> items = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                items.add(
                        child(Integer.toString(i), value.get(i), places.items().get(i)));
            }
        }
        return items;
    }

    /** The value behind an RFC 6901 pointer, for example {@code /paths/~1pets/get}; empty when nothing is there. */
    public Optional<LocatedNode> at(String jsonPointer) {
        if (jsonPointer.isEmpty()) {
            return Optional.of(this);
        }
        if (!jsonPointer.startsWith("/")) {
            return Optional.empty();
        }
        LocatedNode node = this;
        for (String token : jsonPointer.substring(1).split("/", -1)) {
            Optional<LocatedNode> next = node.child(token.replace("~1", "/").replace("~0", "~"));
            if (next.isEmpty()) {
                return next;
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    private Optional<LocatedNode> child(String token) {
        if (!value.isArray()) {
            return member(token);
        }
        if (!token.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(token) >= value.size()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(token);
        return Optional.of(child(token, value.get(index), places.items().get(index)));
    }

    private LocatedNode child(String token, JsonNode child, Places place) {
        return new LocatedNode(origin, pointer + "/" + token.replace("~", "~0").replace("/", "~1"), child, place);
    }

    @Override
    public String toString() {
        return position() + " " + value;
    }
}
