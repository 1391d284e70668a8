package io.github.arazzojunit.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the values that stand behind secret names, so that they can be masked wherever else they turn up. */
final class SecretValues {

    /** Shorter ones are counts and limits more often than secrets, and would garble every text. */
    private static final int SHORTEST_NUMBER = 4;

    private final SecretNames names;
    private final Set<String> found = new LinkedHashSet<>();

    private SecretValues(SecretNames names) {
        this.names = names;
    }

    /** Header fields, query parameters and members of bodies. */
    static Set<String> of(Exchange exchange, SecretNames names) {
        SecretValues values = new SecretValues(names);
        HttpRequest request = exchange.request();
        request.headers().forEach(values::header);
        exchange.response().headers().forEach(values::header);
        Optional.ofNullable(request.uri().getRawQuery()).ifPresent(values::pairs);
        request.body()
                .map(body -> body.text(StandardCharsets.UTF_8))
                .ifPresent(body -> values.requestBody(request, body));
        HttpResponse response = exchange.response();
        if (response.bodyAsJson().isPresent()) {
            values.members(response.bodyAsJson().get());
        } else if (response.bodyValue().value().isPresent()) {
            values.text(response.bodyAsText());
        }
        return values.found;
    }

    /** Members of a JSON value. */
    static Set<String> of(JsonNode value, SecretNames names) {
        SecretValues values = new SecretValues(names);
        values.members(value);
        return values.found;
    }

    /** The inputs that their schema declares as passwords, given or by default (DOC-21), and those with a secret name. */
    static Set<String> ofInputs(Invocation invocation, SecretNames names) {
        SecretValues values = new SecretValues(names);
        values.members(invocation.inputs());
        LocatedNode root = invocation.document().document().source();
        invocation
                .workflow()
                .inputs()
                .ifPresent(schema -> values.passwords(schema, invocation.inputs(), root, new HashSet<>()));
        return values.found;
    }

    private void passwords(LocatedNode schema, JsonNode value, LocatedNode root, Set<String> passed) {
        if (!passed.add(schema.pointer() + " " + System.identityHashCode(value))) {
            return;
        }
        boolean password = schema.member("format")
                .filter(format -> format.text().equals("password"))
                .isPresent();
        if (password) {
            everything(value);
        }
        schema.member("default").map(LocatedNode::value).ifPresent(fallback -> {
            if (password || names.match(lastToken(schema.pointer()))) {
                everything(fallback);
            }
        });
        schema.member("$ref")
                .map(LocatedNode::text)
                .filter(reference -> reference.startsWith("#/"))
                .flatMap(reference -> root.at(reference.substring(1)))
                .ifPresent(target -> passwords(target, value, root, passed));
        schema.member("properties")
                .ifPresent(properties -> properties
                        .members()
                        .forEach((name, property) -> passwords(property, value.path(name), root, passed)));
        schema.member("items").ifPresent(items -> value.forEach(item -> passwords(items, item, root, passed)));
        for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
            schema.member(keyword)
                    .ifPresent(branches -> branches.items().forEach(branch -> passwords(branch, value, root, passed)));
        }
    }

    private static String lastToken(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private void header(Header header) {
        String name = header.name();
        if (header.isNamed("Cookie") || header.isNamed("Set-Cookie")) {
            if (names.match(name)) {
                cookies(header);
            }
        } else if (names.match(name)) {
            found.add(header.value());
            found.add(header.value().substring(header.value().indexOf(' ') + 1));
        }
    }

    private void cookies(Header header) {
        String[] cookies = header.value().split(";");
        int count = header.isNamed("Set-Cookie") ? 1 : cookies.length;
        for (int i = 0; i < count; i++) {
            found.add(cookies[i].substring(cookies[i].indexOf('=') + 1).strip());
        }
    }

    private void requestBody(HttpRequest request, String body) {
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            pairs(body);
        } else if (type.contains("json")) {
            try {
                members(Json.parse(body));
            } catch (JsonProcessingException e) {
                text(body);
            }
        } else {
            text(body);
        }
    }

    private void text(String body) {
        found.addAll(new MaskedText(names).secrets(body));
    }

    private void pairs(String pairs) {
        for (String pair : pairs.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && names.match(decoded(pair.substring(0, equals)))) {
                found.add(decoded(pair.substring(equals + 1)));
            }
        }
    }

    private void members(JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> {
                if (names.match(member.getKey())) {
                    everything(member.getValue());
                } else {
                    members(member.getValue());
                }
            });
        } else if (value.isArray()) {
            value.forEach(this::members);
        }
    }

    private void everything(JsonNode value) {
        if (value.isTextual()) {
            found.add(value.textValue());
        } else if (value.isNumber()) {
            Optional.of(value.asText())
                    .filter(number -> number.length() >= SHORTEST_NUMBER)
                    .ifPresent(found::add);
        } else {
            value.forEach(this::everything);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
