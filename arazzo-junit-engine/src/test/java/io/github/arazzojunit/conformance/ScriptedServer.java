package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the exchanges of a case in memory and remembers everything that does not fit them. */
final class ScriptedServer implements Transport {

    private final List<Entry> entries;
    private final boolean inOrder;
    private final VirtualTime time;
    private final List<String> requests = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** An exchange and how often it has answered. */
    private static final class Entry {

        private final int number;
        private final JsonNode exchange;
        private int used;

        Entry(int number, JsonNode exchange) {
            this.number = number;
            this.exchange = exchange;
        }

        boolean anyTimes() {
            return exchange.path("times").isTextual();
        }

        int times() {
            return exchange.path("times").asInt(1);
        }

        boolean usedUp() {
            return !anyTimes() && used == times();
        }

        boolean served() {
            return anyTimes() || used == times();
        }
    }

    ScriptedServer(List<JsonNode> exchanges, boolean inOrder, VirtualTime time) {
        List<Entry> script = new ArrayList<>();
        exchanges.forEach(exchange -> script.add(new Entry(script.size() + 1, exchange)));
        this.entries = script;
        this.inOrder = inOrder;
        this.time = time;
    }

    /** The request lines so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** What does not fit the script, once the run is over. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        entries.stream()
                .filter(entry -> !entry.served())
                .map(entry -> "exchange " + entry.number + " ("
                        + entry.exchange.get("request").textValue() + ") was used " + entry.used + " times instead of "
                        + entry.times())
                .forEach(all::add);
        return all;
    }

    @Override
    public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
        requests.add(RequestCheck.line(request));
        Optional<Entry> found = inOrder ? next(request) : first(request);
        if (found.isEmpty()) {
            throw new TransportException(TransportException.Reason.REFUSED, "The case has no answer to this request.");
        }
        Entry entry = found.get();
        entry.used++;
        return answer(entry.exchange, timeout);
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private Optional<Entry> next(HttpRequest request) {
        for (Entry entry : entries) {
            if (entry.usedUp() || entry.anyTimes() && laterUsed(entry)) {
                continue;
            }
            List<String> mismatches = RequestCheck.mismatches(entry.exchange, request, time.sinceStart());
            if (mismatches.isEmpty()) {
                return Optional.of(entry);
            }
            if (!entry.anyTimes()) {
                problems.add("request " + requests.size() + " (" + RequestCheck.line(request)
                        + ") does not fit exchange " + entry.number + ": " + String.join("; ", mismatches));
                return Optional.empty();
            }
        }
        problems.add("request " + requests.size() + " (" + RequestCheck.line(request)
                + ") was not expected: all exchanges are used up");
        return Optional.empty();
    }

    private boolean laterUsed(Entry entry) {
        return entries.subList(entry.number, entries.size()).stream().anyMatch(later -> later.used > 0);
    }

    private Optional<Entry> first(HttpRequest request) {
        List<String> reasons = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.usedUp()) {
                reasons.add("exchange " + entry.number + " is used up");
                continue;
            }
            List<String> mismatches = RequestCheck.mismatches(entry.exchange, request, time.sinceStart());
            if (mismatches.isEmpty()) {
                return Optional.of(entry);
            }
            reasons.add("exchange " + entry.number + ": " + String.join("; ", mismatches));
        }
        problems.add("request " + requests.size() + " (" + RequestCheck.line(request) + ") fits no exchange:\n      "
                + String.join("\n      ", reasons));
        return Optional.empty();
    }

    private HttpResponse answer(JsonNode exchange, Duration timeout) throws TransportException {
        Duration delay = duration(exchange.path("delay"));
        String fault = exchange.path("fault").asText();
        if (fault.equals("timeout") || delay.compareTo(timeout) > 0) {
            time.pass(timeout);
            throw new TransportException(
                    TransportException.Reason.TIMEOUT, "No answer within " + timeout.toMillis() + " ms.");
        }
        time.pass(delay);
        if (fault.equals("refused")) {
            throw new TransportException(TransportException.Reason.REFUSED, "The connection was refused.");
        }
        return response(exchange.get("response"));
    }

    static Duration duration(JsonNode seconds) {
        return seconds.isNumber()
                ? Duration.ofMillis(seconds.decimalValue().movePointRight(3).longValueExact())
                : Duration.ZERO;
    }

    private static HttpResponse response(JsonNode response) {
        List<Header> headers = new ArrayList<>();
        response.path("headers").properties().forEach(header -> {
            if (header.getValue().isTextual()) {
                headers.add(new Header(header.getKey(), header.getValue().textValue()));
            }
            header.getValue().forEach(value -> headers.add(new Header(header.getKey(), value.textValue())));
        });
        Bytes body = Bytes.EMPTY;
        if (response.has("text")) {
            body = Bytes.utf8(response.get("text").textValue());
        } else if (response.has("json")) {
            body = Bytes.utf8(response.get("json").toString());
            if (headers.stream().noneMatch(header -> header.isNamed("Content-Type"))) {
                headers.add(new Header("Content-Type", "application/json"));
            }
        }
        return new HttpResponse(response.get("status").intValue(), headers, body);
    }
}
