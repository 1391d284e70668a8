package io.github.arazzojunit.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts of an allow-list (SEC-02).
 *
 * @param patterns host names; {@code *.example.com} stands for all below {@code example.com}
 */
public record HostList(List<String> patterns) {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|(0{1,4}:){7}0{0,3}1)]");

    public HostList {
        patterns = patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Whether the host of an HTTP URL is in the list. */
    public boolean names(URI url) {
        String host = host(url);
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).startsWith("http")
                && patterns.stream()
                        .anyMatch(pattern ->
                                pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }

    /** Whether a URL leads back to this machine. */
    public static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(host(url)).matches();
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    }
}
