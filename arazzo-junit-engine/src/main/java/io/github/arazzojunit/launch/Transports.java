package io.github.arazzojunit.launch;

import io.github.arazzojunit.config.ArazzoConfiguration.TransportChoice;
import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.RedirectingTransport;
import io.github.arazzojunit.http.RequestCustomizer;
import io.github.arazzojunit.http.RestAssuredTransport;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/** Chooses who sends the requests: REST Assured where the user contributes to it, the JDK otherwise. */
final class Transports {

    private Transports() {}

    /** @param permitted where redirects may lead */
    static Transport choose(
            TransportChoice choice,
            List<RequestCustomizer> requests,
            TransportSettings settings,
            Predicate<URI> permitted) {
        boolean restAssured = switch (choice) {
            case REST_ASSURED -> true;
            case JDK -> false;
            case AUTO -> !requests.isEmpty();
        };
        if (!restAssured) {
            Transport transport = new JdkTransport(settings);
            return settings.followRedirects() ? new RedirectingTransport(transport, permitted) : transport;
        }
        Transport transport = new RestAssuredTransport(settings, requests);
        return settings.followRedirects()
                ? new RedirectingTransport(transport, new JdkTransport(settings), permitted)
                : transport;
    }
}
