package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.xml.XmlBody;
import io.github.arazzojunit.openapi.xml.XmlException;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members that a request sends, each with the line of the workflow that does. */
final class SentBody {

    private static final String JSON_PATCH = "application/json-patch+json";

    private final UpcomingRequest request;
    private final Step step;

    SentBody(UpcomingRequest request) {
        this.request = request;
        this.step = request.visit().step();
    }

    boolean isPatchOfOperations() {
        return type().filter(type -> type.essence().equals(JSON_PATCH)).isPresent();
    }

    private Optional<MediaType> type() {
        return request.request().request().header("Content-Type").flatMap(MediaType::parse);
    }

    /** The payload; XML that is written as text, as the value that it stands for. */
    private Optional<JsonNode> body() {
        Optional<JsonNode> sent = request.request().body();
        Optional<MediaType> xml = type().filter(MediaType::isXml);
        if (xml.isEmpty() || sent.filter(JsonNode::isTextual).isEmpty()) {
            return sent;
        }
        Operation operation = request.operation().operation();
        try {
            return Optional.of(new XmlBody(
                            operation.description(),
                            ContentTypes.describing(operation, xml.get()).flatMap(MediaTypeDescription::schema))
                    .read(sent.get().textValue()));
        } catch (XmlException e) {
            return Optional.empty();
        }
    }

    /** Of a body that is an object; empty for all others, and for a list of operations. */
    List<Fact> members() {
        List<Fact> members = new ArrayList<>();
        body().filter(JsonNode::isObject)
                .ifPresent(body -> JsonPlaces.leaves(body).forEach((place, value) -> members.add(sent(place, value))));
        return members;
    }

    /** The same below the one member that wraps all others; empty where there is none. */
    List<Fact> unwrapped() {
        boolean wrapped = body().filter(body -> body.isObject()
                        && body.size() == 1
                        && body.elements().next().isObject())
                .isPresent();
        return wrapped
                ? members().stream()
                        .map(fact ->
                                fact.at(fact.place().subList(1, fact.place().size())))
                        .toList()
                : List.of();
    }

    /**
     * What a JSON Patch makes of a document of which only a part is known.
     *
     * @return the changed members; empty where it cannot be applied
     */
    Optional<List<Fact>> patched(ObjectNode known) {
        Optional<JsonNode> operations = request.request().body().filter(JsonNode::isArray);
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        JsonNode before = known.deepCopy();
        for (JsonNode operation : operations.get()) {
            if (List.of("replace", "remove").contains(operation.path("op").asText())) {
                supposed(before, operation.path("path").asText());
            }
        }
        try {
            JsonNode after = JsonPatch.apply(operations.get(), before);
            return Optional.of(changes(after, operations.get()));
        } catch (JsonPatchApplicationException e) {
            return Optional.empty();
        }
    }

    /** Only what was sent and shown is known: the provider may have more. */
    private static void supposed(JsonNode document, String pointer) {
        List<String> place = place(pointer);
        if (!place.isEmpty() && JsonPlaces.at(document, place).isMissingNode()) {
            JsonNode parent = JsonPlaces.at(document, place.subList(0, place.size() - 1));
            if (parent instanceof ObjectNode object) {
                object.set(place.get(place.size() - 1), JsonNodeFactory.instance.pojoNode("not known"));
            }
        }
    }

    private List<Fact> changes(JsonNode after, JsonNode operations) {
        List<Fact> changes = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Origin origin = origin(List.of(Integer.toString(i)));
            String kind = operations.get(i).path("op").asText();
            if (!kind.equals("test")) {
                changed(place(operations.get(i).path("path").asText()), after, origin, changes);
            }
            if (kind.equals("move")) {
                changed(place(operations.get(i).path("from").asText()), after, origin, changes);
            }
        }
        changes.removeIf(change -> change.place().isEmpty() || change.value().isPojo());
        return changes;
    }

    /** A list changes as a whole. */
    private static void changed(List<String> place, JsonNode after, Origin origin, List<Fact> changes) {
        List<String> whole = place;
        while (!whole.isEmpty()
                && JsonPlaces.at(after, whole.subList(0, whole.size() - 1)).isArray()) {
            whole = whole.subList(0, whole.size() - 1);
        }
        List<String> changed = List.copyOf(whole);
        JsonNode now = JsonPlaces.at(after, changed);
        JsonPlaces.leaves(now.isMissingNode() ? NullNode.getInstance() : now)
                .forEach((inside, value) ->
                        changes.add(new Fact(JsonPlaces.joined(changed, inside), value, origin, true)));
    }

    private static List<String> place(String pointer) {
        return pointer.startsWith("/") ? JsonPointers.tokens(pointer) : List.of();
    }

    private Fact sent(List<String> place, JsonNode value) {
        return new Fact(place, value, origin(place), true);
    }

    private Origin origin(List<String> place) {
        return new Origin(Origin.Kind.SENT, step.stepId(), position(place));
    }

    /** Of the member as written, or of what it is a part of; a replacement comes after the payload. */
    private Position position(List<String> place) {
        RequestBody body = step.requestBody().orElseThrow();
        String pointer = pointer(place);
        for (int i = body.replacements().size() - 1; i >= 0; i--) {
            String target = body.replacements().get(i).target();
            if (pointer.equals(target) || pointer.startsWith(target + "/")) {
                return body.replacements().get(i).source().position();
            }
        }
        LocatedNode node = body.payload().orElse(body.source());
        for (String token : place) {
            Optional<LocatedNode> inside = node.at("/" + JsonPointers.escape(token));
            if (inside.isEmpty()) {
                break;
            }
            node = inside.get();
        }
        return node.position();
    }

    private static String pointer(List<String> place) {
        StringBuilder pointer = new StringBuilder();
        place.forEach(token -> pointer.append('/').append(JsonPointers.escape(token)));
        return pointer.toString();
    }
}
