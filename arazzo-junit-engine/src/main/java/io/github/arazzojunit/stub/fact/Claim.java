package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a fact demands of a body: a body for which it does not hold contradicts what the workflow has done before. */
public sealed interface Claim {

    boolean holds(JsonNode body);

    /** Completes "... contradicts ". */
    String text();

    /** What a body has in the place of the fact, for messages; empty where it is not one value. */
    default Optional<JsonNode> instead(JsonNode body) {
        return Optional.empty();
    }

    private static String since(Fact fact, List<String> place) {
        String name = String.join("/", place);
        String value = fact.value().isNull() ? " null" : " " + fact.value();
        return name + value + ", which " + fact.origin().text() + "; nothing has changed it since";
    }

    private static boolean isValue(JsonNode found, JsonNode value) {
        return value.isNull() ? found.isNull() || found.isMissingNode() : JsonPlaces.same(found, value);
    }

    /** A member has the value of a fact. */
    record Member(List<String> place, Fact fact) implements Claim {

        @Override
        public boolean holds(JsonNode body) {
            return isValue(JsonPlaces.at(body, place), fact.value());
        }

        @Override
        public String text() {
            return since(fact, fact.place());
        }

        @Override
        public Optional<JsonNode> instead(JsonNode body) {
            return Optional.of(JsonPlaces.at(body, place)).filter(found -> !found.isMissingNode());
        }
    }

    /** A list has as many items as were sent. */
    record Count(List<String> place, Fact fact) implements Claim {

        @Override
        public boolean holds(JsonNode body) {
            JsonNode found = JsonPlaces.at(body, place);
            return !found.isArray() || found.size() == fact.value().size();
        }

        @Override
        public String text() {
            return "the " + fact.value().size() + " items of " + String.join("/", fact.place()) + ", which "
                    + fact.origin().text() + "; nothing has changed them since";
        }

        @Override
        public Optional<JsonNode> instead(JsonNode body) {
            return Optional.of(JsonNodeFactory.instance.numberNode(
                    JsonPlaces.at(body, place).size()));
        }
    }

    /** Every item of a list passes a filter. */
    record Each(List<String> list, Fact fact) implements Claim {

        @Override
        public boolean holds(JsonNode body) {
            return items(body, list).stream()
                    .allMatch(item -> isValue(JsonPlaces.at(item, fact.place()), fact.value()));
        }

        @Override
        public String text() {
            return String.join("/", fact.place()) + " " + fact.value() + ", which "
                    + fact.origin().text() + " as a filter of the list";
        }

        @Override
        public Optional<JsonNode> instead(JsonNode body) {
            return items(body, list).stream()
                    .map(item -> JsonPlaces.at(item, fact.place()))
                    .filter(found -> !found.isMissingNode() && !isValue(found, fact.value()))
                    .findFirst();
        }
    }

    /** The item of a list that is a known resource has its value. */
    record Item(List<String> list, String idName, String id, Fact fact) implements Claim {

        @Override
        public boolean holds(JsonNode body) {
            return items(body, list).stream()
                    .filter(item -> is(item, idName, id))
                    .allMatch(item -> isValue(JsonPlaces.at(item, fact.place()), fact.value()));
        }

        @Override
        public String text() {
            return since(fact, fact.place());
        }

        @Override
        public Optional<JsonNode> instead(JsonNode body) {
            return items(body, list).stream()
                    .filter(item -> is(item, idName, id))
                    .map(item -> JsonPlaces.at(item, fact.place()))
                    .filter(found -> !found.isMissingNode())
                    .findFirst();
        }
    }

    /** A known resource is in a list. */
    record Listed(List<String> list, String idName, String id, ResourcePath resource, Origin origin) implements Claim {

        @Override
        public boolean holds(JsonNode body) {
            return !JsonPlaces.at(body, list).isArray()
                    || items(body, list).stream().anyMatch(item -> is(item, idName, id));
        }

        @Override
        public String text() {
            return origin.existence(resource);
        }
    }

    /** A deleted resource is in no list. */
    record Unlisted(List<String> list, String idName, String id, ResourcePath resource, Origin origin)
            implements Claim {

        @Override
        public boolean holds(JsonNode body) {
            return items(body, list).stream().noneMatch(item -> is(item, idName, id));
        }

        @Override
        public String text() {
            return origin.existence(resource);
        }
    }

    private static List<JsonNode> items(JsonNode body, List<String> list) {
        return StreamSupport.stream(JsonPlaces.at(body, list).spliterator(), false)
                .toList();
    }

    private static boolean is(JsonNode item, String idName, String id) {
        return item.path(idName).asText().equals(id);
    }
}
