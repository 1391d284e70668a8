package io.github.arazzojunit.target;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Asks a provider until it is ready.
 *
 * @param path has to answer with 2xx; absent means that any answer of {@code /} will do
 * @param longest time to wait
 */
record Readiness(URI baseUrl, Optional<String> path, Duration longest) {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    /**
     * Returns when the provider is ready, when it is gone, or when the time is over.
     *
     * @param alive whether it still makes sense to wait
     * @return empty when it is ready, else the last thing that came of asking
     */
    Optional<String> await(BooleanSupplier alive) {
        long end = System.nanoTime() + longest.toNanos();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path.orElse("/")))
                .timeout(LONGEST_ANSWER)
                .build();
        String last;
        try {
            do {
                try {
                    int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (path.isEmpty() || status >= 200 && status < 300) {
                        return Optional.empty();
                    }
                    last = "status " + status;
                } catch (IOException e) {
                    last = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                }
                Thread.sleep(PAUSE.toMillis());
            } while (alive.getAsBoolean() && System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last = "interrupted";
        }
        return Optional.of(last);
    }
}
