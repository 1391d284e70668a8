package io.github.arazzojunit.corpus;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the host of every request that this JVM sends; each client asks for a proxy first. */
final class VisitedHosts extends ProxySelector {

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    Set<String> names() {
        return names;
    }

    @Override
    public List<Proxy> select(URI uri) {
        names.add(uri.getHost());
        return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is no proxy that could fail.
    }
}
