package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the provider of one run is known to hold after its requests: what was sent comes back, what was created is there
 * until it is deleted, what was read stays as it was. Not thread-safe.
 */
public final class Facts {

    private static final int MOST_LISTED = 50;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY");

    private final Map<ResourcePath, Resource> resources = new LinkedHashMap<>();
    private final Map<ResourcePath, List<Resource>> collections = new HashMap<>();
    private final Map<String, Integer> creations = new HashMap<>();

    /** The same for the same requests in the same order; each creation gets other data. */
    public long seed(UpcomingRequest request) {
        return creations.getOrDefault(request.operation().operation().toString(), 0);
    }

    /** Another workflow begins, for which the provider may choose anew what nobody has sent or created. */
    public void beginRun() {
        resources.values().forEach(Resource::beginRun);
    }

    /** What makes an answer with this status contradict what the workflow did before. */
    public Optional<String> against(UpcomingRequest request, int status) {
        ResourcePath path = ResourcePath.of(request);
        String method = request.operation().operation().method();
        boolean success = status >= 200 && status <= 399;
        if (success && !method.equals("PUT") && !method.equals("OPTIONS")) {
            Optional<Resource> gone =
                    find(path).filter(resource -> resource.gone().isPresent()).or(() -> deletedAbove(path));
            if (gone.isPresent()) {
                return gone.flatMap(resource -> resource.gone().map(origin -> origin.existence(resource.path())));
            }
        }
        if ((status == 404 || status == 410)
                && Set.of("GET", "HEAD", "PUT", "PATCH", "DELETE").contains(method)) {
            return find(path).flatMap(resource -> resource.there().map(origin -> origin.existence(resource.path())));
        }
        return Optional.empty();
    }

    /** Whether the answer has to say that nothing is there. */
    public boolean isGone(UpcomingRequest request) {
        ResourcePath path = ResourcePath.of(request);
        return find(path).filter(resource -> resource.gone().isPresent()).isPresent()
                || deletedAbove(path).isPresent();
    }

    private Optional<Resource> deletedAbove(ResourcePath path) {
        for (ResourcePath above = path.parent(); !above.segments().isEmpty(); above = above.parent()) {
            Optional<Resource> deleted = Optional.ofNullable(resources.get(above))
                    .filter(resource -> resource.gone()
                            .filter(origin -> origin.kind() == Origin.Kind.DELETED)
                            .isPresent());
            if (deleted.isPresent()) {
                return deleted;
            }
        }
        return Optional.empty();
    }

    /**
     * The body with what is known in it.
     *
     * @param schema of the body
     * @param free the number of items that a list has before those that are known
     * @param awaited where a step that polls waits for another value; empty for all other steps
     * @param allowed tells a body that the description allows
     */
    public KnownAnswer applied(
            UpcomingRequest request,
            Optional<LocatedNode> schema,
            JsonNode body,
            int free,
            Optional<Set<List<String>>> awaited,
            Predicate<JsonNode> allowed) {
        Representation representation = new Representation(request.operation(), schema, body);
        return new Claims(request, this, representation, body, awaited, allowed).of(free);
    }

    /** What a body has because the request sent it, although an example of the description shows something else. */
    public List<String> overruled(UpcomingRequest request, JsonNode example, JsonNode body) {
        if (!isWrite(request)) {
            return List.of();
        }
        return new SentBody(request)
                .members().stream()
                        .filter(fact -> !JsonPlaces.at(example, fact.place()).isMissingNode()
                                && !JsonPlaces.same(JsonPlaces.at(example, fact.place()), fact.value())
                                && JsonPlaces.same(JsonPlaces.at(body, fact.place()), fact.value()))
                        .map(fact -> String.join("/", fact.place()) + " "
                                + JsonPlaces.at(example, fact.place()) + ", but "
                                + fact.origin().text() + " "
                                + fact.value())
                        .toList();
    }

    /** The resource at a path, or the one that goes by another of its keys there. */
    private Optional<Resource> find(ResourcePath path) {
        return Optional.ofNullable(resources.get(path))
                .or(() -> collections.getOrDefault(path.parent(), List.of()).stream()
                        .filter(resource -> resource.isKnownAs(path.last()))
                        .findFirst());
    }

    /** Whether the resource at the path goes by another id than the path says. */
    boolean hasAnotherId(UpcomingRequest request) {
        ResourcePath path = ResourcePath.of(request);
        return !resources.containsKey(path) && find(path).isPresent();
    }

    /** Whether another resource of the collection has this id. */
    boolean isTaken(UpcomingRequest request, String id) {
        return resources.containsKey(ResourcePath.of(request).child(id)) && !isSent(id, request);
    }

    private static boolean isSent(String id, UpcomingRequest request) {
        List<JsonNode> sent = new ArrayList<>(request.request().path().values());
        sent.addAll(request.request().query().values());
        request.request().body().filter(JsonNode::isObject).ifPresent(body -> body.forEach(sent::add));
        return sent.stream().anyMatch(value -> value.asText().equals(id));
    }

    /** The resources in the list at the path, gone ones as well; a bounded number. */
    List<Resource> in(UpcomingRequest request) {
        List<Resource> all = collections.getOrDefault(ResourcePath.of(request), List.of());
        return all.subList(Math.max(0, all.size() - MOST_LISTED), all.size());
    }

    /** What is known of the resource that an answer to the request shows. */
    List<Fact> after(UpcomingRequest request, Representation representation, List<String> item) {
        ResourcePath path = ResourcePath.of(request);
        Optional<Resource> known = find(path);
        boolean writes = isWrite(request);
        if (known.isEmpty() && writes) {
            known = find(path.parent())
                    .filter(resource -> representation
                            .identity(item)
                            .filter(resource::isRepresentedBy)
                            .isPresent());
        }
        List<Fact> facts = known.map(Resource::facts).orElse(List.of());
        if (!writes) {
            return facts;
        }
        if (request.operation().operation().method().equals("PUT")) {
            return facts.stream()
                    .filter(fact -> fact.origin().kind() == Origin.Kind.SHOWN)
                    .map(Fact::opened)
                    .toList();
        }
        List<Fact> after = new ArrayList<>(facts.stream().map(Fact::opened).toList());
        SentBody sent = new SentBody(request);
        if (sent.isPatchOfOperations()) {
            known.flatMap(resource -> sent.patched(resource.document())).ifPresent(after::addAll);
        }
        return after;
    }

    static boolean isWrite(UpcomingRequest request) {
        return !READING.contains(request.operation().operation().method());
    }

    /**
     * Takes note of an answer.
     *
     * @param body empty where it is no JSON
     * @param reads what the workflow has seen of it
     */
    public void remember(
            UpcomingRequest request,
            int status,
            Optional<LocatedNode> schema,
            Optional<JsonNode> body,
            List<Read> reads) {
        new Memory(this, request, status, schema, body, reads).remember();
    }

    void countCreation(UpcomingRequest request) {
        creations.merge(request.operation().operation().toString(), 1, Integer::sum);
    }

    Iterable<Resource> all() {
        return resources.values();
    }

    Optional<Resource> known(ResourcePath path) {
        return find(path);
    }

    /** The one at a path, or the one that goes by another of its keys there, otherwise a new one. */
    Resource at(ResourcePath path) {
        return find(path).orElseGet(() -> exactly(path));
    }

    Resource exactly(ResourcePath path) {
        Resource known = resources.get(path);
        if (known != null) {
            return known;
        }
        Resource resource = new Resource(path);
        resources.put(path, resource);
        collections.computeIfAbsent(path.parent(), key -> new ArrayList<>()).add(resource);
        return resource;
    }
}
