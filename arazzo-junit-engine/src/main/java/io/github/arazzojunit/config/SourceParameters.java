package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration.Container;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters whose key contains the name of a source. */
final class SourceParameters {

    private static final String VALID_CONTAINER_KEYS =
            Constants.CONTAINER_PROPERTY_PREFIX + "<source> followed by .image, .port, .wait or .env.<name>";

    private static final Pattern CONTAINER_KEY = Pattern.compile("(.+?)\\.(image|port|wait|env\\.(.+))");

    private SourceParameters() {}

    static Map<String, URI> servers(ParameterReader reader) {
        Map<String, URI> servers = new TreeMap<>();
        reader.prefixed(Constants.SERVER_PROPERTY_PREFIX)
                .forEach((source, text) -> baseUrl(text)
                        .ifPresentOrElse(
                                url -> servers.put(source, url),
                                () -> reader.reject(
                                        Constants.SERVER_PROPERTY_PREFIX + source,
                                        text,
                                        "an absolute http or https URL such as 'http://localhost:8080'")));
        return Map.copyOf(servers);
    }

    private static Optional<URI> baseUrl(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    static Map<String, Container> containers(ParameterReader reader) {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        reader.prefixed(Constants.CONTAINER_PROPERTY_PREFIX).forEach((rest, value) -> {
            Matcher matcher = CONTAINER_KEY.matcher(rest);
            if (matcher.matches()) {
                settings.computeIfAbsent(matcher.group(1), source -> new TreeMap<>())
                        .put(matcher.group(2), value.strip());
            } else {
                reader.reject(Constants.CONTAINER_PROPERTY_PREFIX + rest, value, "the key " + VALID_CONTAINER_KEYS);
            }
        });
        Map<String, Container> containers = new TreeMap<>();
        settings.forEach((source, values) ->
                container(reader, source, values).ifPresent(container -> containers.put(source, container)));
        return Map.copyOf(containers);
    }

    private static Optional<Container> container(ParameterReader reader, String source, Map<String, String> values) {
        String key = Constants.CONTAINER_PROPERTY_PREFIX + source;
        String image = values.getOrDefault("image", "");
        String port = values.get("port");
        String wait = values.get("wait");
        if (image.isEmpty()) {
            reader.reject(key + ".image", image, "the name of an image, which every container needs");
        }
        boolean portFits = port == null || port.matches("[0-9]{1,5}") && isPort(Integer.parseInt(port));
        if (!portFits) {
            reader.reject(key + ".port", port, "a port of the container, 1 to 65535");
        }
        boolean waitFits = wait == null || wait.startsWith("/");
        if (!waitFits) {
            reader.reject(key + ".wait", wait, "a path that begins with '/'");
        }
        return image.isEmpty() || !portFits || !waitFits
                ? Optional.empty()
                : Optional.of(new Container(
                        image,
                        Optional.ofNullable(port).map(Integer::valueOf),
                        environment(values),
                        Optional.ofNullable(wait)));
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65_535;
    }

    private static Map<String, String> environment(Map<String, String> values) {
        Map<String, String> environment = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith("env.")) {
                environment.put(name.substring("env.".length()), value);
            }
        });
        return environment;
    }
}
