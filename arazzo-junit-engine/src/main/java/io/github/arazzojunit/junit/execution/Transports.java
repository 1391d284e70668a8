package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.RedirectingTransport;
import io.github.arazzojunit.http.RequestCustomizers;
import io.github.arazzojunit.http.RestAssuredTransport;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import io.github.arazzojunit.junit.config.ArazzoConfiguration.TransportChoice;
import java.net.URI;
import java.util.function.Predicate;

/** Chooses who sends the requests: REST Assured where the user contributes to it, the JDK otherwise. */
final class Transports {

    private Transports() {}

    /** @param permitted where redirects may lead */
    static Transport choose(
            TransportChoice choice, ClassMembers members, TransportSettings settings, Predicate<URI> permitted) {
        boolean restAssured = switch (choice) {
            case REST_ASSURED -> true;
            case JDK -> false;
            case AUTO -> members.customizesRequests();
        };
        Transport transport = restAssured
                ? new RestAssuredTransport(settings, RequestCustomizers.calling(members.requests()))
                : new JdkTransport(settings);
        return settings.followRedirects() ? new RedirectingTransport(transport, permitted) : transport;
    }
}
