package io.github.arazzojunit.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClientError;
import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.stub.StubFiles.MappingText;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One running WireMock on the loopback interface that serves the user's mappings and whatever a run adds. Thread-safe
 * for requests; adding stubs and resetting is for the one run that holds the server.
 */
public final class StubServer implements AutoCloseable {

    /** Few requests are ever in flight at one time: a server belongs to one workflow, whose steps follow each other. */
    private static final int THREADS = 8;

    private static final String MADE = "made for this run";

    private final WireMockServer server;
    private final URI baseUrl;
    private final List<StubMapping> added = new ArrayList<>();
    private final Map<String, StubMapping> answers = new HashMap<>();
    private final List<StubMapping> hidden = new ArrayList<>();
    private final AtomicReference<Optional<UnmatchedRequest>> lastUnmatched = new AtomicReference<>(Optional.empty());

    private StubServer(StubFiles files, int port) {
        server = new WireMockServer(WireMockConfiguration.options()
                .port(port)
                .bindAddress("localhost")
                .containerThreads(THREADS)
                .jettyAcceptors(1)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .fileSource(new BodyFiles(files.bodies()))
                .templatingEnabled(false)
                .extensions(RepeatedParts::templates)
                .stubRequestLoggingDisabled(true)
                .disableRequestJournal()
                .notifier(new Silent())
                .notMatchedRendererFactory(
                        extensions -> new UnmatchedRenderer(request -> lastUnmatched.set(Optional.of(request)))));
        for (MappingText mapping : files.mappings()) {
            server.addStubMapping(parse(mapping));
        }
        try {
            server.start();
        } catch (RuntimeException e) {
            throw cannotStart(port, e);
        }
        baseUrl = URI.create("http://localhost:" + server.port());
    }

    /** Takes about a second for the first server of a JVM and milliseconds for the others. */
    static StubServer start(StubFiles files, int port) {
        return new StubServer(files, port);
    }

    /** {@code http://localhost:<port>}, without a path. */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Serves one more mapping until the next {@link #reset()}. Among mappings of equal priority the latest wins, so a
     * mapping that must not hide the user's needs a {@code priority} above theirs.
     *
     * @param mappingJson a WireMock mapping; templates apply where it names the transformer
     * @throws StubException when it is no mapping
     */
    public void add(String mappingJson) {
        StubMapping mapping = parse(new MappingText(MADE, mappingJson));
        server.addStubMapping(mapping);
        added.add(mapping);
    }

    /**
     * From now on, mappings that were recorded in a run answer no other one, until the next {@link #reset()}.
     *
     * @param owner the run that is about to send requests
     */
    public void serveFor(String owner) {
        unhide();
        for (StubMapping mapping : server.getStubMappings()) {
            boolean ofAnother = mapping.getMetadata() != null
                    && mapping.getMetadata().containsKey(AnswerMapping.OWNER)
                    && !mapping.getMetadata().getString(AnswerMapping.OWNER).equals(owner);
            if (ofAnother) {
                server.removeStub(mapping);
                hidden.add(mapping);
            }
        }
    }

    private void unhide() {
        hidden.forEach(server::addStubMapping);
        hidden.clear();
    }

    /** Whether a mapping of the user answers a request, with the scenarios in the states that they are in now. */
    public boolean serves(HttpRequest request) {
        List<StubMapping> users = server.getStubMappings().stream()
                .filter(mapping -> !added.contains(mapping))
                .toList();
        if (users.isEmpty()) {
            return false;
        }
        Request asked = WireRequest.of(request);
        Map<String, String> states = new HashMap<>();
        server.getAllScenarios()
                .getScenarios()
                .forEach(scenario -> states.put(scenario.getName(), scenario.getState()));
        return users.stream()
                .filter(mapping -> mapping.getRequiredScenarioState() == null
                        || mapping.getRequiredScenarioState().equals(states.get(mapping.getScenarioName())))
                .anyMatch(mapping -> mapping.getRequest().match(asked).isExactMatch());
    }

    /**
     * Answers a request, whatever its headers and body, until the next answer to the same method and URL or the next
     * {@link #reset()}. Every mapping of the user comes first.
     */
    public void answer(HttpRequest request, HttpResponse response) {
        answer(request, response, false);
    }

    /** The same, but before every mapping of the user, until the answer is withdrawn. */
    public void answerFirst(HttpRequest request, HttpResponse response) {
        answer(request, response, true);
    }

    private void answer(HttpRequest request, HttpResponse response, boolean first) {
        withdraw(request);
        StubMapping mapping = parse(new MappingText(MADE, AnswerMapping.json(request, response, first)));
        server.addStubMapping(mapping);
        added.add(mapping);
        answers.put(key(request), mapping);
    }

    /** Takes back an answer to this method and URL, if there is one. */
    public void withdraw(HttpRequest request) {
        Optional.ofNullable(answers.remove(key(request))).ifPresent(earlier -> {
            server.removeStub(earlier);
            added.remove(earlier);
        });
    }

    private static String key(HttpRequest request) {
        return request.method() + " " + WireRequest.url(request);
    }

    /** Back to the user's mappings, every scenario in its first state, no unmatched request remembered. */
    public void reset() {
        added.forEach(server::removeStub);
        added.clear();
        answers.clear();
        unhide();
        server.resetScenarios();
        lastUnmatched.set(Optional.empty());
    }

    /** The latest request since the last reset that no stub served. */
    public Optional<UnmatchedRequest> lastUnmatched() {
        return lastUnmatched.get();
    }

    /**
     * Whether a response only says that no stub serves the request. It must never be judged: the criterion
     * {@code $statusCode == 404} would hold although nobody answered.
     *
     * @param headers of the response, names in any case
     */
    public static boolean isUnmatched(int status, Map<String, List<String>> headers) {
        return status == 404
                && headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                        .flatMap(header -> header.getValue().stream())
                        .anyMatch(value -> value.startsWith(UnmatchedRenderer.MEDIA_TYPE));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static StubMapping parse(MappingText mapping) {
        try {
            return StubMapping.buildFrom(mapping.json());
        } catch (ClientError e) {
            Errors.Error error = e.getErrors().first();
            String where =
                    error.getSource() == null ? "" : " at " + error.getSource().getPointer();
            throw StubFiles.broken(mapping.location(), firstLine(error.getDetail()) + where, e);
        } catch (RuntimeException e) {
            throw StubFiles.broken(mapping.location(), firstLine(e.getMessage()), e);
        }
    }

    private static StubException cannotStart(int port, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new StubException(
                        "Port " + port + " (arazzo.stubs.port) is in use, so the stub server cannot start and no"
                                + " workflow runs against stubs. Free the port, or leave arazzo.stubs.port out to"
                                + " take any free port.",
                        failure);
            }
        }
        return new StubException(
                "The stub server cannot start (" + firstLine(failure.getMessage())
                        + "), so no workflow runs against stubs.",
                failure);
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** What WireMock would print: an unmatched request and a broken template reach the caller as responses. */
    private static final class Silent implements Notifier {

        @Override
        public void info(String message) {
            // said in the response
        }

        @Override
        public void error(String message) {
            // said in the response
        }

        @Override
        public void error(String message, Throwable cause) {
            // said in the response
        }
    }
}
