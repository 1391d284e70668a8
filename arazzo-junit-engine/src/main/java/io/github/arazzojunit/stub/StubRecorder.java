package io.github.arazzojunit.stub;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.UnusableServerException;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records how the requests of one run were answered, as mappings that answer them again without whoever it was, and
 * with which inputs that nobody gave. Where
 * one request got several answers, they come in the same order, the last one for ever; stubs take every token, so that a
 * response that asked for a new one is left out. Used by one thread.
 */
public final class StubRecorder implements RunListener {

    /** What belongs to a connection, or to a body as it was on the wire. */
    private static final Set<String> NOT_RECORDED =
            Set.of("content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive", "date");

    private final Path folder;
    private final String owner;
    private final Optional<Masker> masker;
    private final Map<String, List<ObjectNode>> answers = new LinkedHashMap<>();

    /**
     * Records nothing yet.
     *
     * @param owner the run, whose requests alone the mappings answer
     * @param masker what hides secrets of a real provider; absent where everything is made up
     */
    public StubRecorder(Path folder, String owner, Optional<Masker> masker) {
        this.folder = folder;
        this.owner = owner;
        this.masker = masker;
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.Exchanged exchanged && !exchanged.refused()) {
            HttpRequest request = exchanged.exchange().request();
            String url = masked(url(exchanged.operation().operation(), request));
            ObjectNode mapping = AnswerMapping.recorded(
                    request.method(), url, masked(exchanged.exchange().response()), owner);
            List<ObjectNode> sofar = answers.computeIfAbsent(request.method() + " " + url, key -> new ArrayList<>());
            if (sofar.isEmpty() || !sofar.get(sofar.size() - 1).equals(mapping)) {
                sofar.add(mapping);
            }
        }
    }

    /**
     * Writes the mappings of the run to a file of its own below {@code mappings}, the inputs to one below {@code inputs}.
     *
     * @param inputs those that nobody gave, by workflow
     * @throws StubException when a file cannot be written
     */
    public void write(ObjectNode inputs) {
        if (answers.isEmpty()) {
            return;
        }
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode mappings = file.putArray("mappings");
        answers.forEach((request, sequence) -> {
            for (int i = 0; i < sequence.size(); i++) {
                ObjectNode mapping = sequence.get(i);
                if (sequence.size() > 1) {
                    mapping.put("scenarioName", owner + ": " + request);
                    mapping.put("requiredScenarioState", i == 0 ? "Started" : "answer " + (i + 1));
                    if (i + 1 < sequence.size()) {
                        mapping.put("newScenarioState", "answer " + (i + 2));
                    }
                }
                mappings.add(mapping);
            }
        });
        write("mappings", file);
        if (!inputs.isEmpty()) {
            write("inputs", inputs);
        }
    }

    /** The name of the files of a run. */
    static String fileName(String run) {
        return run.replaceAll("[^A-Za-z0-9._-]+", "-") + ".json";
    }

    private void write(String kind, ObjectNode content) {
        Path path = folder.resolve(kind).resolve(fileName(owner));
        try {
            Files.createDirectories(path.getParent());
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(path.toFile(), content);
        } catch (IOException e) {
            throw new StubException(
                    "The recorded " + kind + " cannot be written to " + path.toAbsolutePath() + " (" + e.getMessage()
                            + "), so nothing can replay them. Correct arazzo.stubs.record.",
                    e);
        }
    }

    /** Below the path of the description's server, where stubs stand, whatever the path of a real one is. */
    private static String url(Operation operation, HttpRequest request) {
        String path = request.uri().getRawPath();
        int from = path.length();
        for (long segments = operation.path().chars().filter(c -> c == '/').count(); segments > 0; segments--) {
            from = Math.max(0, path.lastIndexOf('/', from - 1));
        }
        String query = request.uri().getRawQuery();
        return serverPath(operation) + path.substring(from) + (query == null ? "" : "?" + query);
    }

    private static String serverPath(Operation operation) {
        try {
            String path = operation.servers().get(0).url().getRawPath();
            return path == null ? "" : path.replaceFirst("/$", "");
        } catch (UnusableServerException e) {
            return "";
        }
    }

    private String masked(String url) {
        return masker.map(mask -> mask.url(url)).orElse(url);
    }

    private HttpResponse masked(HttpResponse response) {
        List<Header> headers = response.headers().stream()
                .filter(header -> !NOT_RECORDED.contains(header.name().toLowerCase(Locale.ROOT)))
                .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("matched-stub"))
                .map(header -> masker.map(mask -> new Header(header.name(), mask.header(header.name(), header.value())))
                        .orElse(header))
                .toList();
        List<Header> kept = new ArrayList<>(headers);
        if (!response.contentCodings().isEmpty()) {
            kept.add(new Header("Content-Encoding", String.join(", ", response.contentCodings())));
        }
        return new HttpResponse(response.status(), kept, masked(response.body(), response));
    }

    /** The very bytes unless there are secrets in them. */
    private Bytes masked(Bytes body, HttpResponse response) {
        boolean text = response.contentType().filter(MediaType::isTextual).isPresent();
        if (masker.isEmpty() || !text) {
            return body;
        }
        Charset declared = response.contentType().map(MediaType::charset).orElse(StandardCharsets.UTF_8);
        return masker.get().bytes(body, response.bodyAsJson().isPresent() ? StandardCharsets.UTF_8 : declared);
    }
}
