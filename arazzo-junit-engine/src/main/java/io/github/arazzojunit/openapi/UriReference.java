package io.github.arazzojunit.openapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reference resolution after RFC 3986, section 5.2. {@link URI#resolve(URI)} deviates from it for empty and query-only
 * references and cannot resolve against {@code jar:} URIs (URI-20).
 */
public final class UriReference {

    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final String JAR_ENTRY = "!/";

    private UriReference() {}

    /** The absolute URI that a reference means beside a base. */
    public static URI resolve(URI base, String reference) throws URISyntaxException {
        String root = base.toString();
        int entry = root.indexOf(JAR_ENTRY);
        if (root.startsWith("jar:") && entry >= 0 && !hasScheme(reference)) {
            String inside = resolveText("jar:/" + root.substring(entry + JAR_ENTRY.length()), reference);
            return new URI(root.substring(0, entry + 1) + inside.substring("jar:".length()));
        }
        return new URI(resolveText(root, reference));
    }

    /** A relative reference that leads from a base to a target; the target itself when they share no folder. */
    public static String relativize(URI base, URI target) {
        String up = "./";
        String folder = resolveText(base.toString(), up);
        while (!target.toString().startsWith(folder)) {
            up += "../";
            String parent = resolveText(base.toString(), up);
            if (parent.equals(folder)) {
                return target.toString();
            }
            folder = parent;
        }
        return up + target.toString().substring(folder.length());
    }

    private static boolean hasScheme(String reference) {
        return parts(reference).group(1) != null;
    }

    private static String resolveText(String base, String reference) {
        Matcher from = parts(base);
        Matcher to = parts(reference);
        if (to.group(1) != null) {
            return compose(to.group(1), to.group(2), withoutDots(to.group(3)), to.group(4), to.group(5));
        }
        String scheme = from.group(1);
        if (to.group(2) != null) {
            return compose(scheme, to.group(2), withoutDots(to.group(3)), to.group(4), to.group(5));
        }
        if (to.group(3).isEmpty()) {
            String query = to.group(4) != null ? to.group(4) : from.group(4);
            return compose(scheme, from.group(2), from.group(3), query, to.group(5));
        }
        String path = to.group(3).startsWith("/") ? to.group(3) : merge(from, to.group(3));
        return compose(scheme, from.group(2), withoutDots(path), to.group(4), to.group(5));
    }

    private static Matcher parts(String text) {
        Matcher matcher = PARTS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("contains a line break: " + text);
        }
        return matcher;
    }

    private static String merge(Matcher base, String path) {
        if (base.group(2) != null && base.group(3).isEmpty()) {
            return "/" + path;
        }
        return base.group(3).substring(0, base.group(3).lastIndexOf('/') + 1) + path;
    }

    private static String withoutDots(String path) {
        if (path.isEmpty()) {
            return path;
        }
        boolean absolute = path.startsWith("/");
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = (absolute ? path.substring(1) : path).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return (absolute ? "/" : "") + String.join("/", kept);
    }

    private static String compose(
            @Nullable String scheme,
            @Nullable String authority,
            String path,
            @Nullable String query,
            @Nullable String fragment) {
        StringBuilder text = new StringBuilder();
        if (scheme != null) {
            text.append(scheme).append(':');
        }
        if (authority != null) {
            text.append("//").append(authority);
        }
        text.append(path);
        if (query != null) {
            text.append('?').append(query);
        }
        if (fragment != null) {
            text.append('#').append(fragment);
        }
        return text.toString();
    }
}
