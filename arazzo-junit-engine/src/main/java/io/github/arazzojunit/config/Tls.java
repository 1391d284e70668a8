package io.github.arazzojunit.config;

import javax.net.ssl.SSLContext;

/**
 * What secure connections are made with instead of the defaults of the JVM.
 *
 * @param proves whether the client has a key and so can prove who it is (mutual TLS)
 */
public record Tls(SSLContext context, boolean proves) {}
