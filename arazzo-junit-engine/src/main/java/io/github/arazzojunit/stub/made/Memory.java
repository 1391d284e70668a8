package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the provider would know after the requests of one run: what was sent comes back, and what was created can be
 * read. A preference only: an answer that the description forbids for it stays as it was made. Not thread-safe.
 */
final class Memory {

    private static final int MOST_ECHOES = 40;
    private static final Pattern UUID_END = Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-)([0-9a-fA-F]{12})");

    /** Representations by path, the latest one each. */
    private final Map<String, ObjectNode> resources = new HashMap<>();

    /** What was created below a path, the latest one each. */
    private final Map<String, ObjectNode> created = new HashMap<>();

    private final Map<String, Integer> creations = new HashMap<>();

    /** The same for the same requests in the same order; each creation gets other data. */
    long seed(UpcomingRequest request) {
        return creations.getOrDefault(request.operation().operation().toString(), 0);
    }

    /** The answer with what is known in it, as far as that is allowed. */
    Draft applied(Draft draft, UpcomingRequest request, Predicate<Draft> allowed) {
        if (draft.body().isEmpty() || !draft.choice().isSuccess()) {
            return draft;
        }
        List<Echo> echoes = echoes(draft.body().get(), request);
        if (echoes.isEmpty()) {
            return draft;
        }
        Draft all = with(draft, echoes);
        if (allowed.test(all)) {
            return all;
        }
        Draft some = draft;
        for (Echo echo : echoes.subList(0, Math.min(echoes.size(), MOST_ECHOES))) {
            Draft next = with(some, List.of(echo));
            some = allowed.test(next) ? next : some;
        }
        return some;
    }

    private static Draft with(Draft draft, List<Echo> echoes) {
        JsonNode body = draft.body().orElseThrow().deepCopy();
        echoes.forEach(echo -> echo.apply(body));
        return draft.withBody(body);
    }

    private List<Echo> echoes(JsonNode body, UpcomingRequest request) {
        String path = path(request);
        List<Echo> echoes = new ArrayList<>();
        Optional<String> item = Shape.item(body);
        Optional<String> list = Shape.list(body);
        if (list.isPresent()) {
            Optional.ofNullable(created.get(path))
                    .ifPresent(known -> Echo.members(body, list.get() + "/0", known, echoes));
            JsonNode items = body.at(list.get());
            for (int i = 0; i < Math.min(items.size(), 3); i++) {
                Echo.members(body, list.get() + "/" + i, sent(request.request().query()), echoes);
            }
            Echo.members(body, "", sent(request.request().path()), echoes);
        } else if (item.isPresent()) {
            anotherId(body, item.get(), request).ifPresent(echoes::add);
            Echo.members(body, item.get(), sent(request.request().query()), echoes);
            Optional.ofNullable(resources.get(path)).ifPresent(known -> Echo.members(body, item.get(), known, echoes));
            request.request()
                    .body()
                    .filter(JsonNode::isObject)
                    .ifPresent(sent -> Echo.members(body, item.get(), sent, echoes));
            Echo.members(body, item.get(), sent(request.request().path()), echoes);
            lastPathValue(request).ifPresent(id -> Echo.id(body, item.get(), id, echoes));
        }
        return echoes;
    }

    /** An id that the description shows in an example is that of the first creation only. */
    private Optional<Echo> anotherId(JsonNode body, String item, UpcomingRequest request) {
        return Shape.idName(body.at(item))
                .filter(name -> request.operation().operation().method().equals("POST"))
                .filter(name -> resources.containsKey(
                        path(request) + "/" + body.at(item).get(name).asText()))
                .filter(name -> !isSent(body.at(item).get(name), request))
                .map(name -> new Echo(item, name, counted(body.at(item).get(name), seed(request) + 1)));
    }

    private static boolean isSent(JsonNode id, UpcomingRequest request) {
        return Stream.of(
                        request.request().path().values().stream(),
                        request.request().query().values().stream(),
                        request.request().body().stream()
                                .flatMap(sent -> sent.properties().stream())
                                .map(Map.Entry::getValue))
                .flatMap(values -> values)
                .anyMatch(value -> value.asText().equals(id.asText()));
    }

    private static JsonNode counted(JsonNode id, long count) {
        if (id.isIntegralNumber()) {
            return JsonNodeFactory.instance.numberNode(id.bigIntegerValue().add(BigInteger.valueOf(count - 1)));
        }
        Matcher uuid = UUID_END.matcher(id.asText());
        return TextNode.valueOf(
                uuid.matches()
                        ? uuid.group(1) + String.format("%012x", Long.parseLong(uuid.group(2), 16) ^ (count - 1))
                        : id.asText() + "-" + count);
    }

    private static ObjectNode sent(Map<String, JsonNode> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::set);
        return object;
    }

    /** The id of the resource itself: the value of the placeholder with which the path ends. */
    private static Optional<JsonNode> lastPathValue(UpcomingRequest request) {
        String path = request.operation().operation().template();
        int open = path.lastIndexOf('{');
        if (open < 0 || !path.endsWith("}")) {
            return Optional.empty();
        }
        String name = path.substring(open + 1, path.length() - 1);
        return Shape.isIdName(name)
                ? Optional.ofNullable(request.request().path().get(name))
                : Optional.empty();
    }

    private static String path(UpcomingRequest request) {
        String path = request.request().request().uri().getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Takes note of an answer that is going to be sent. */
    void remember(UpcomingRequest request, Draft draft) {
        String method = request.operation().operation().method();
        if (!draft.choice().isSuccess()) {
            return;
        }
        String path = path(request);
        if (method.equals("POST")) {
            creations.merge(request.operation().operation().toString(), 1, Integer::sum);
        }
        if (method.equals("DELETE")) {
            resources.remove(path);
            return;
        }
        Optional<ObjectNode> item = draft.body()
                .flatMap(body -> Shape.item(body).map(body::at))
                .filter(JsonNode::isObject)
                .map(node -> (ObjectNode) node.deepCopy());
        if (item.isEmpty() && !method.equals("PUT") && !method.equals("PATCH")) {
            return;
        }
        ObjectNode known = item.orElseGet(() -> sent(Map.of()));
        if (method.equals("POST")) {
            Optional<JsonNode> id = Shape.idName(known).map(known::get);
            withSent(known, request);
            created.put(path, known);
            id.ifPresent(value -> resources.put(path + "/" + value.asText(), known));
        } else {
            if (!method.equals("GET")) {
                withSent(known, request);
            }
            Optional.ofNullable(resources.get(path))
                    .ifPresent(earlier -> earlier.properties().forEach(member -> {
                        if (!known.has(member.getKey())) {
                            known.set(member.getKey(), member.getValue());
                        }
                    }));
            resources.put(path, known);
        }
    }

    /** What the answer does not show may still show in a later one. */
    private static void withSent(ObjectNode known, UpcomingRequest request) {
        Map<String, JsonNode> sent = new LinkedHashMap<>();
        request.request()
                .body()
                .filter(JsonNode::isObject)
                .ifPresent(body -> body.properties().forEach(member -> sent.put(member.getKey(), member.getValue())));
        sent.forEach((name, value) -> {
            if (!known.has(name)) {
                known.set(name, value);
            }
        });
    }
}
