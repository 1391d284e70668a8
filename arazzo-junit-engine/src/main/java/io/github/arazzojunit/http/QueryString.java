package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.ParameterSerializer.Pair;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.ParameterStyle;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The value of a {@code querystring} parameter: a complete query (PRM-06, AMB-25).
 *
 * @param text as it stands in the URI
 * @param values of its pairs, empty where it is no form
 */
record QueryString(String text, Map<String, JsonNode> values) {

    QueryString {
        values = Map.copyOf(values);
    }

    static QueryString of(OperationParameter description, JsonNode value) throws RequestException {
        MediaType mediaType = description
                .contentMediaType()
                .flatMap(MediaType::parse)
                .orElse(new MediaType("application", "x-www-form-urlencoded", Map.of()));
        if (!mediaType.isForm()) {
            String content = mediaType.isJson() ? JsonText.of(value) : ParameterSerializer.plain(value);
            return new QueryString(PercentEncoder.VALUE.apply(content), Map.of());
        }
        if (value.isTextual()) {
            String written = value.textValue();
            String query = PercentEncoder.AUTHORED.apply(written.startsWith("?") ? written.substring(1) : written);
            return new QueryString(query, pairs(query));
        }
        if (value.isObject()) {
            List<Pair> pairs = new ParameterSerializer(ParameterStyle.FORM, true, PercentEncoder.FORM).pairs("", value);
            String query = pairs.stream().map(Pair::toString).collect(Collectors.joining("&"));
            return new QueryString(query, pairs(query));
        }
        throw new RequestException(
                "The parameter \"%s\" (in: querystring) must be the whole query as one string, it is %s. Write it as \"a=1&b=2\"."
                        .formatted(description.name(), value));
    }

    private static Map<String, JsonNode> pairs(String query) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.putIfAbsent(decoded(name), TextNode.valueOf(equals < 0 ? "" : decoded(pair.substring(equals + 1))));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
