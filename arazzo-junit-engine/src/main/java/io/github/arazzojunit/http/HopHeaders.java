package io.github.arazzojunit.http;

import java.util.Locale;
import java.util.Set;

/** Header fields that belong to the connection: the client library sets them, a step cannot. */
final class HopHeaders {

    private static final Set<String> NAMES =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private HopHeaders() {}

    static boolean contains(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
