package io.github.arazzojunit.openapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Server Object (HTTP-01, HTTP-02).
 *
 * @param template the URL as written, with variables in braces, possibly relative
 * @param variables by name, in the order of the text
 * @param documentUri what a relative URL is resolved against: where the document was read from
 */
public record ServerDescription(String template, Map<String, Variable> variables, URI documentUri) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    public ServerDescription {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * @param defaultValue empty where the description forgot it
     * @param allowed the enumerated values, empty when any value will do
     */
    public record Variable(Optional<String> defaultValue, List<String> allowed) {

        public Variable {
            allowed = List.copyOf(allowed);
        }
    }

    /** The URL with all variables at their defaults. */
    public URI url() throws UnusableServerException {
        return url(Map.of());
    }

    /**
     * @param values replace the defaults of the variables of these names
     * @return absolute when the URL or the URI of the document is
     * @throws UnusableServerException when a variable has no value or the result is no URL
     */
    public URI url(Map<String, String> values) throws UnusableServerException {
        StringBuilder url = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            placeholder.appendReplacement(url, Matcher.quoteReplacement(value(placeholder.group(1), values)));
        }
        placeholder.appendTail(url);
        try {
            return UriReference.resolve(documentUri, url.toString().strip());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new UnusableServerException(
                    "The server \"%s\" is no URL: %s. Mend it in %s or configure a base URL for the source."
                            .formatted(template, e.getMessage(), documentUri));
        }
    }

    private String value(String name, Map<String, String> values) throws UnusableServerException {
        String given = values.get(name);
        if (given != null) {
            return given;
        }
        Variable variable = variables.get(name);
        return Optional.ofNullable(variable)
                .flatMap(Variable::defaultValue)
                .orElseThrow(() -> new UnusableServerException(
                        "The server \"%s\" has no default for its variable \"%s\". Give it one in %s or configure a base URL for the source."
                                .formatted(template, name, documentUri)));
    }
}
