package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a request against what an exchange of a case demands. */
final class RequestCheck {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpRequest request;
    private final Duration at;
    private final List<String> mismatches = new ArrayList<>();

    private RequestCheck(HttpRequest request, Duration at) {
        this.request = request;
        this.at = at;
    }

    /** The request line as cases write it: {@code GET /pets?limit=5}. */
    static String line(HttpRequest request) {
        return withoutQuery(request)
                + Optional.ofNullable(request.uri().getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    /**
     * Everything in which the request differs from the demand; empty when it fits.
     *
     * @param at when the request was sent, since the start of the run
     */
    static List<String> mismatches(JsonNode exchange, HttpRequest request, Duration at) {
        RequestCheck check = new RequestCheck(request, at);
        String expected = exchange.get("request").textValue();
        JsonNode content = exchange.path("with");
        String actual = content.has("query") ? withoutQuery(request) : line(request);
        check.equal("request line", expected, actual);
        content.properties().forEach(demand -> check.demand(demand.getKey(), demand.getValue()));
        return check.mismatches;
    }

    private static String withoutQuery(HttpRequest request) {
        String path = request.uri().getRawPath();
        return request.method() + " " + (path == null || path.isEmpty() ? "/" : path);
    }

    private void demand(String kind, JsonNode expected) {
        switch (kind) {
            case "host" -> equal("host", expected.textValue(), request.uri().getRawAuthority());
            case "at" -> {
                if (expected.decimalValue().compareTo(seconds(at)) != 0) {
                    mismatches.add("it is expected at " + expected + " s, but was sent at " + seconds(at) + " s");
                }
            }
            case "query" -> pairs("query", expected, request.uri().getRawQuery());
            case "headers" -> expected.properties().forEach(header -> header(header.getKey(), header.getValue()));
            case "json" -> json(expected, false);
            case "jsonIncludes" -> json(expected, true);
            case "text" -> equal("body", expected.textValue(), body());
            case "textIncludes" ->
                expected.forEach(part -> {
                    if (!body().contains(part.textValue())) {
                        mismatches.add("the body does not contain \"" + part.textValue() + "\" but is: " + body());
                    }
                });
            case "form" -> {
                header("Content-Type", expected, "application/x-www-form-urlencoded");
                pairs("form body", expected, body());
            }
            case "xml" -> XmlEquality.difference(expected.textValue(), body()).ifPresent(mismatches::add);
            case "body" -> {
                if (request.body().isPresent()) {
                    mismatches.add("no body is expected, but there is: \"" + body() + "\"");
                }
            }
            default -> throw new IllegalArgumentException("The format has no demand '" + kind + "'.");
        }
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
    }

    private void json(JsonNode expected, boolean furtherMembers) {
        try {
            JsonNode actual = EXACT.readTree(body());
            mismatches.addAll(
                    furtherMembers
                            ? JsonEquality.missing(expected, actual)
                            : JsonEquality.differences(expected, actual));
        } catch (JsonProcessingException e) {
            mismatches.add("the body is no JSON: \"" + body() + "\"");
        }
    }

    private void header(String name, JsonNode expected) {
        header(name, expected, expected.textValue());
    }

    private void header(String name, JsonNode expected, String value) {
        List<String> actual = request.headers().stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .toList();
        if (expected.isNull()) {
            if (!actual.isEmpty()) {
                mismatches.add("no header " + name + " is expected, but there is " + actual);
            }
        } else if (actual.size() != 1 || !sameValue(name, value, actual.get(0))) {
            mismatches.add("header " + name + ": \"" + value + "\" is expected once, but there is " + actual);
        }
    }

    /** A runner may add parameters such as the charset to a media type. */
    private static boolean sameValue(String name, String expected, String actual) {
        return name.equalsIgnoreCase("Content-Type") && expected.indexOf(';') < 0
                ? actual.replaceFirst("\\s*;.*", "").equalsIgnoreCase(expected)
                : actual.equals(expected);
    }

    private void pairs(String what, JsonNode expected, String encoded) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        expected.properties().forEach(entry -> {
            List<String> values = new ArrayList<>();
            if (entry.getValue().isTextual()) {
                values.add(entry.getValue().textValue());
            }
            entry.getValue().forEach(item -> values.add(item.textValue()));
            wanted.put(entry.getKey(), values);
        });
        Map<String, List<String>> actual = new LinkedHashMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            actual.computeIfAbsent(decode(nameAndValue[0]), name -> new ArrayList<>())
                    .add(nameAndValue.length > 1 ? decode(nameAndValue[1]) : "");
        }
        if (!wanted.equals(actual)) {
            mismatches.add(what + " " + wanted + " is expected, but there is " + actual);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void equal(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            mismatches.add(what + " \"" + expected + "\" is expected, but there is \"" + actual + "\"");
        }
    }

    private String body() {
        return request.body().map(bytes -> bytes.text(StandardCharsets.UTF_8)).orElse("");
    }
}
