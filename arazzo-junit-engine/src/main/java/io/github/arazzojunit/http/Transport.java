package io.github.arazzojunit.http;

import java.time.Duration;

/**
 * Sends requests as they are: redirects are not followed (HTTP-04, AMB-74), cookies are not kept (HTTP-06), every status
 * is a response (HTTP-05). Thread-safe.
 */
public interface Transport extends AutoCloseable {

    /**
     * @param timeout until the whole response has arrived
     * @throws TransportException when there is no response; the message says why and what to do
     */
    HttpResponse send(HttpRequest request, Duration timeout) throws TransportException;

    @Override
    void close();
}
