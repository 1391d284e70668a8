package io.github.arazzojunit.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Path and query as they are to be sent, where a library in between reads URLs in a way of its own: REST Assured groups
 * parameters by name and fails on empty ones, Apache's client joins slashes and removes dots.
 */
final class RawTarget {

    /** A name, and a value that REST Assured gives back as it was. */
    private static final Pattern PLAIN_PAIR = Pattern.compile("[^=]+(=([^=].*)?)?");

    private final URI uri;

    RawTarget(URI uri) {
        this.uri = uri;
    }

    /** The same place in a form that the library can read. */
    URI readable() {
        List<String> pairs = plainPairs();
        String query = pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
        // Two slashes at the beginning would begin a host.
        return withTarget(uri, "/" + path(uri).replaceFirst("^/+", "") + query);
    }

    /**
     * @param made what the library has made of {@link #readable}, with what users have changed
     * @return path and query to send: those of the request, except for what users have changed
     */
    String restore(URI made) {
        String path = canonicalPath(made).equals(canonicalPath(uri)) ? path(uri) : path(made);
        List<String> added = new ArrayList<>(pairs(made));
        boolean complete = plainPairs().stream().allMatch(added::remove);
        List<String> query = new ArrayList<>(added);
        if (!complete) {
            query = pairs(made);
        } else if (uri.getRawQuery() != null) {
            query.add(0, uri.getRawQuery());
        }
        // The client of the JDK leaves an empty query away as well.
        String joined = String.join("&", query);
        return joined.isEmpty() ? path : path + "?" + joined;
    }

    private List<String> plainPairs() {
        return pairs(uri).stream()
                .filter(pair -> PLAIN_PAIR.matcher(pair).matches())
                .toList();
    }

    private static List<String> pairs(URI uri) {
        return uri.getRawQuery() == null
                ? List.of()
                : Stream.of(uri.getRawQuery().split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .toList();
    }

    private static String path(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static String canonicalPath(URI uri) {
        return URI.create("http://host" + path(uri)).normalize().getRawPath().replaceAll("/+", "/");
    }

    private static URI withTarget(URI uri, String target) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + target);
    }
}
