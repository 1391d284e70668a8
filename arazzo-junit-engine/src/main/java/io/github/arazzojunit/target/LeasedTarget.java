package io.github.arazzojunit.target;

import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.openapi.ServerDescription;
import io.github.arazzojunit.openapi.UnusableServerException;
import io.github.arazzojunit.runner.RequestTarget;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.stub.StubException;
import io.github.arazzojunit.stub.StubLease;
import io.github.arazzojunit.stub.StubServer;
import io.github.arazzojunit.stub.StubServers;
import io.github.arazzojunit.stub.UnmatchedRequest;
import io.github.arazzojunit.stub.made.DocumentReads;
import io.github.arazzojunit.stub.made.MadeAnswer;
import io.github.arazzojunit.stub.made.StubMaker;
import io.github.arazzojunit.target.security.AppliedCredentials;
import io.github.arazzojunit.target.security.Credentials;
import io.github.arazzojunit.target.security.Credentials.Destination;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The target of one root workflow. Used by one thread. */
public final class LeasedTarget implements RequestTarget, AutoCloseable {

    private final TargetSettings settings;
    private final Transport transport;
    private final StubServers stubs;
    private final StubMaker maker;
    private final Map<String, SourceContainer> containers;
    private final Optional<Credentials> credentials;
    private Optional<StubLease> lease = Optional.empty();
    private String owner = "";
    private AppliedCredentials applied = AppliedCredentials.NONE;

    LeasedTarget(
            TargetSettings settings,
            Transport transport,
            StubServers stubs,
            Map<String, SourceContainer> containers,
            Optional<Credentials> credentials,
            DocumentReads documents) {
        this.maker = new StubMaker(documents);
        this.credentials = credentials;
        this.settings = settings;
        this.transport = transport;
        this.stubs = stubs;
        this.containers = containers;
    }

    /** Names the run whose requests come next: recorded mappings answer only theirs. */
    public void serveFor(String run) {
        owner = run;
        maker.beginRun();
        lease.ifPresent(leased -> leased.server().serveFor(run));
    }

    /**
     * A server of the configuration, else the container of the source, else the stub server, else the first server of
     * the operation (AMB-73).
     */
    @Override
    public URI baseUrl(SourceOperation operation) throws TargetException {
        URI configured = settings.servers().get(operation.sourceName());
        if (configured != null) {
            return allowed(configured);
        }
        SourceContainer container = containers.get(operation.sourceName());
        if (container != null) {
            return allowed(container.baseUrl());
        }
        if (settings.mode() == TargetSettings.Mode.STUB) {
            return stubUrl(operation);
        }
        return allowed(described(operation));
    }

    /** Adds the answer to the stub server, unless it has one already. */
    @Override
    public List<String> prepare(UpcomingRequest request) throws TargetException {
        if (!isStubbed(request.operation()) || !settings.generateStubs() || lease.isEmpty()) {
            return List.of();
        }
        StubServer server = lease.get().server();
        Optional<MadeAnswer> failing = maker.failing(request);
        if (failing.isPresent()) {
            server.answerFirst(request.request().request(), failing.get().response());
            return failing.get().notes();
        }
        server.withdraw(request.request().request());
        if (server.serves(request.request().request())) {
            return List.of();
        }
        MadeAnswer answer = maker.answer(request);
        server.answer(request.request().request(), answer.response());
        return answer.notes();
    }

    @Override
    public Remarks answered(UpcomingRequest request, HttpResponse response) {
        return isStubbed(request.operation()) && settings.generateStubs()
                ? maker.answered(request, response)
                : maker.undeclared(request, response);
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public List<RequestParameter> credentials(SourceOperation operation, List<RequestParameter> given)
            throws TargetException {
        applied = AppliedCredentials.NONE;
        if (credentials.isPresent()) {
            Destination destination = new Destination(!isStubbed(operation), settings::permits);
            applied = credentials.get().of(operation, given, destination);
        }
        return applied.parameters();
    }

    @Override
    public boolean refused(List<String> notes) {
        return applied.refused(notes);
    }

    private boolean isStubbed(SourceOperation operation) {
        return settings.mode() == TargetSettings.Mode.STUB
                && !settings.servers().containsKey(operation.sourceName())
                && !containers.containsKey(operation.sourceName());
    }

    @Override
    public Optional<String> unserved(HttpResponse response) {
        Map<String, List<String>> headers = response.headers().stream()
                .collect(Collectors.groupingBy(Header::name, Collectors.mapping(Header::value, Collectors.toList())));
        return StubServer.isUnmatched(response.status(), headers)
                ? lease.flatMap(leased -> leased.server().lastUnmatched()).map(UnmatchedRequest::message)
                : Optional.empty();
    }

    @Override
    public void close() {
        lease.ifPresent(StubLease::close);
        lease = Optional.empty();
    }

    /** The stub server under the path of the description's server, so that stubs look like the provider. */
    private URI stubUrl(SourceOperation operation) throws TargetException {
        if (lease.isEmpty()) {
            try {
                lease = Optional.of(stubs.acquire());
                lease.get().server().serveFor(owner);
            } catch (StubException e) {
                throw new TargetException(e.getMessage());
            }
        }
        URI base = lease.get().server().baseUrl();
        String path = path(operation);
        return path.isEmpty() || path.equals("/") ? base : URI.create(base + path);
    }

    /** A server without a usable URL leaves the stubs at the root. */
    private static String path(SourceOperation operation) {
        try {
            String path = firstServer(operation).url().getRawPath();
            return path == null ? "" : path;
        } catch (UnusableServerException e) {
            return "";
        }
    }

    private static URI described(SourceOperation operation) throws TargetException {
        String remedy = " Set 'arazzo.server." + operation.sourceName() + "' to the base URL of the provider.";
        URI url;
        try {
            url = firstServer(operation).url();
        } catch (UnusableServerException e) {
            throw new TargetException("The description of source '" + operation.sourceName()
                    + "' names no server that can be called: " + e.getMessage() + remedy);
        }
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw new TargetException("The server '" + url + "' of source '" + operation.sourceName()
                    + "' is no HTTP address, so no request can be sent." + remedy);
        }
        return url;
    }

    private static ServerDescription firstServer(SourceOperation operation) {
        return operation.operation().servers().get(0);
    }

    private URI allowed(URI url) throws TargetException {
        if (settings.permits(url)) {
            return url;
        }
        throw new TargetException("Host '" + url.getHost() + "' is not allowed, so no request is sent to " + url
                + ". Add it to 'arazzo.hosts'.");
    }
}
