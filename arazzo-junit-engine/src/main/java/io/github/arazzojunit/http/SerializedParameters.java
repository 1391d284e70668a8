package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.ParameterSerializer.Pair;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.ParameterStyle;
import io.github.arazzojunit.openapi.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The parameters of one request as text, by the place where they go. Confined to one thread. */
final class SerializedParameters {

    /** What OpenAPI leaves to other parts of a description, so that no parameter declares it. */
    private static final Set<String> NEVER_DECLARED = Set.of("accept", "authorization", "content-type", "cookie");

    private static final UnaryOperator<String> SLASHES_STAY =
            text -> PercentEncoder.VALUE.apply(text).replace("%2F", "/");

    private final Operation operation;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final List<Pair> query = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final List<Pair> cookies = new ArrayList<>();
    private final Map<String, JsonNode> pathValues = new LinkedHashMap<>();
    private final Map<String, JsonNode> queryValues = new LinkedHashMap<>();
    private final Map<String, JsonNode> headerValues = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<String> queryString = Optional.empty();

    SerializedParameters(Operation operation) {
        this.operation = operation;
    }

    void add(RequestParameter parameter) throws RequestException {
        Optional<OperationParameter> declared = operation.parameter(parameter.in(), parameter.name());
        if (declared.isEmpty() && !isDeclaredElsewhere(parameter)) {
            notes.add("%s is not declared by %s (%s); it is sent in the default form."
                    .formatted(name(parameter), operation, operation.position()));
        }
        if (!isAbsent(parameter, declared)) {
            OperationParameter description = declared.orElseGet(
                    () -> OperationParameter.undeclared(parameter.name(), parameter.in(), operation.source()));
            serialize(parameter, description);
        }
    }

    /** Decides about null and missing values (AMB-29). */
    private boolean isAbsent(RequestParameter parameter, Optional<OperationParameter> declared)
            throws RequestException {
        JsonNode value = parameter.value();
        if (!value.isMissingNode() && !value.isNull()) {
            return false;
        }
        boolean inPath = parameter.in() == Parameter.Location.PATH;
        boolean required = value.isMissingNode()
                && declared.filter(OperationParameter::required).isPresent();
        String state = value.isNull() ? "null" : "missing: its expression found nothing";
        if (inPath || required) {
            throw new RequestException(
                    "%s, which %s requires, is %s. The request is not sent; make sure that the value exists when the step runs."
                            .formatted(name(parameter), operation, state));
        }
        notes.add("%s is %s; it is left out.".formatted(name(parameter), state));
        return true;
    }

    private void serialize(RequestParameter parameter, OperationParameter description) throws RequestException {
        String name = parameter.name();
        JsonNode value = parameter.value();
        switch (parameter.in()) {
            case PATH -> {
                boolean reserved = operation.keepsSlashes(description);
                path.put(name, expanded(description, value, reserved ? SLASHES_STAY : PercentEncoder.VALUE));
                pathValues.put(name, value);
            }
            case QUERY -> {
                query.addAll(pairs(description, value, encoder(description)));
                queryValues.put(name, value);
            }
            case QUERYSTRING -> {
                QueryString whole = QueryString.of(description, value);
                queryString = Optional.of(whole.text());
                queryValues.putAll(whole.values());
                queryValues.put(name, value);
            }
            case HEADER -> {
                headers.add(new Header(name, expanded(description, value, UnaryOperator.identity())));
                headerValues.put(name, value);
            }
            case COOKIE -> {
                List<Pair> pairs = pairs(description, value, cookieEncoder(description));
                if (pairs.stream().anyMatch(pair -> pair.toString().contains(";"))) {
                    throw new RequestException(
                            "%s has the style 'cookie', which encodes nothing, so that ';' in its value would begin another cookie. The request is not sent; give the value in the encoded form that %s expects."
                                    .formatted(name(parameter), operation));
                }
                cookies.addAll(pairs);
            }
            case CHANNEL ->
                throw new RequestException(
                        "%s cannot be sent: a channel has no place in the HTTP request of %s. Use path, query, header or cookie."
                                .formatted(name(parameter), operation));
        }
    }

    private static String expanded(OperationParameter description, JsonNode value, UnaryOperator<String> encoder) {
        if (description.contentMediaType().isPresent()) {
            return encoder.apply(content(description, value));
        }
        return serializer(description, encoder).expand(description.name(), value);
    }

    private static List<Pair> pairs(OperationParameter description, JsonNode value, UnaryOperator<String> encoder) {
        if (description.contentMediaType().isPresent()) {
            return List.of(new Pair(encoder.apply(description.name()), encoder.apply(content(description, value))));
        }
        return serializer(description, encoder).pairs(description.name(), value);
    }

    private static ParameterSerializer serializer(OperationParameter description, UnaryOperator<String> encoder) {
        return new ParameterSerializer(description.style(), description.explode(), encoder);
    }

    /** The value in the media type of the parameter; a text that is already JSON is not wrapped in quotes. */
    private static String content(OperationParameter description, JsonNode value) {
        boolean json = description
                .contentMediaType()
                .flatMap(MediaType::parse)
                .filter(MediaType::isJson)
                .isPresent();
        return json ? JsonText.of(value) : ParameterSerializer.plain(value);
    }

    private static UnaryOperator<String> encoder(OperationParameter description) {
        return description.allowReserved() ? PercentEncoder.RESERVED_VALUE : PercentEncoder.VALUE;
    }

    private static UnaryOperator<String> cookieEncoder(OperationParameter description) {
        return description.style() == ParameterStyle.COOKIE ? UnaryOperator.identity() : PercentEncoder.COOKIE;
    }

    private boolean isDeclaredElsewhere(RequestParameter parameter) {
        boolean header = parameter.in() == Parameter.Location.HEADER;
        return header && NEVER_DECLARED.contains(parameter.name().toLowerCase(Locale.ROOT))
                || operation.security().stream()
                        .flatMap(requirement -> requirement.scopes().keySet().stream())
                        .flatMap(scheme -> operation.description().securityScheme(scheme).stream())
                        .anyMatch(scheme -> isKey(scheme, parameter));
    }

    private static boolean isKey(SecurityScheme scheme, RequestParameter parameter) {
        return scheme.in().filter(parameter.in()::equals).isPresent()
                && scheme.parameterName()
                        .filter(parameter.name()::equalsIgnoreCase)
                        .isPresent();
    }

    private static String name(RequestParameter parameter) {
        return "The parameter \"%s\" (in: %s)"
                .formatted(parameter.name(), parameter.in().fieldValue());
    }

    /** Replacements of the placeholders, encoded. */
    Map<String, String> path() {
        return path;
    }

    List<Pair> query() {
        return query;
    }

    /** The whole query, encoded, where a {@code querystring} parameter gives it (PRM-06). */
    Optional<String> queryString() {
        return queryString;
    }

    List<Header> headers() {
        return headers;
    }

    List<Pair> cookies() {
        return cookies;
    }

    Map<String, JsonNode> pathValues() {
        return pathValues;
    }

    Map<String, JsonNode> queryValues() {
        return queryValues;
    }

    Map<String, JsonNode> headerValues() {
        return headerValues;
    }

    List<String> notes() {
        return notes;
    }
}
