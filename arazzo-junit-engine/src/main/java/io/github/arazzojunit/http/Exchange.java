package io.github.arazzojunit.http;

import java.time.Duration;

/**
 * A request, its response and the time between them.
 *
 * @param duration from the first byte of the request to the last of the response
 */
public record Exchange(HttpRequest request, HttpResponse response, Duration duration) {}
