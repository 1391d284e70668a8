package io.github.arazzojunit.http;

import io.github.arazzojunit.http.ParameterSerializer.Pair;
import io.github.arazzojunit.openapi.Operation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins base URL, path template and parameters (PRM-11, PRM-12). */
final class TargetUri {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private TargetUri() {}

    static URI of(Operation operation, URI baseUrl, SerializedParameters parameters) throws RequestException {
        checkBase(operation, baseUrl);
        // Some descriptions tell operations of one path apart by a fragment or a query in the key.
        String template = operation.template().replaceFirst("#.*", "");
        String expanded = expand(operation, template, parameters);
        int queryStart = expanded.indexOf('?');
        String path = queryStart < 0 ? expanded : expanded.substring(0, queryStart);

        List<String> query = new ArrayList<>();
        if (parameters.queryString().isPresent()) {
            if (!parameters.query().isEmpty()) {
                throw new RequestException(
                        "%s gets a parameter in: querystring, which is the whole query, and others in: query. Use one or the other."
                                .formatted(operation));
            }
            query.add(parameters.queryString().get());
        } else {
            if (baseUrl.getRawQuery() != null) {
                query.add(baseUrl.getRawQuery());
            }
            if (queryStart >= 0) {
                query.add(expanded.substring(queryStart + 1));
            }
            parameters.query().stream().map(Pair::toString).forEach(query::add);
        }
        query.removeIf(String::isEmpty);
        String basePath = baseUrl.getRawPath().replaceFirst("/+$", "");
        String uri = baseUrl.getScheme() + "://" + baseUrl.getRawAuthority() + basePath + path
                + (query.isEmpty() ? "" : "?" + String.join("&", query));
        try {
            return new URI(uri);
        } catch (URISyntaxException e) {
            throw new RequestException(
                    "%s has no usable URL: %s. Check the server and the path in the OpenAPI description."
                            .formatted(operation, e.getMessage()));
        }
    }

    private static void checkBase(Operation operation, URI baseUrl) throws RequestException {
        String scheme = String.valueOf(baseUrl.getScheme());
        boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!http || baseUrl.getRawAuthority() == null) {
            throw new RequestException(
                    "%s cannot be sent: \"%s\" is no http address. Give the source a server in its OpenAPI description or configure arazzo.server.<source>."
                            .formatted(operation, baseUrl));
        }
    }

    private static String expand(Operation operation, String template, SerializedParameters parameters)
            throws RequestException {
        Set<String> unused = new LinkedHashSet<>(parameters.path().keySet());
        StringBuilder expanded = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            String name = placeholder.group(1);
            String value = parameters.path().get(name);
            if (value == null) {
                throw new RequestException(
                        "The path of %s (%s) needs a value for {%s}, the step gives none. Add a parameter with name: %s and in: path."
                                .formatted(operation, operation.source().location(), name, name));
            }
            unused.remove(name);
            expanded.append(PercentEncoder.AUTHORED.apply(template.substring(end, placeholder.start())))
                    .append(value);
            end = placeholder.end();
        }
        if (!unused.isEmpty()) {
            String name = unused.iterator().next();
            throw new RequestException(
                    "The parameter \"%s\" (in: path) has no place in %s (%s). Use the name of a placeholder or another location."
                            .formatted(name, operation, operation.source().location()));
        }
        return expanded.append(PercentEncoder.AUTHORED.apply(template.substring(end)))
                .toString();
    }
}
