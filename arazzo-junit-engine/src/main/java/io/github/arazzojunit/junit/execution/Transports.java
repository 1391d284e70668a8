package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.RequestCustomizers;
import io.github.arazzojunit.http.RestAssuredTransport;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import io.github.arazzojunit.junit.config.ArazzoConfiguration.TransportChoice;

/** Chooses who sends the requests: REST Assured where the user contributes to it, the JDK otherwise. */
final class Transports {

    private Transports() {}

    static Transport choose(TransportChoice choice, ClassMembers members, TransportSettings settings) {
        boolean restAssured = switch (choice) {
            case REST_ASSURED -> true;
            case JDK -> false;
            case AUTO -> members.customizesRequests();
        };
        return restAssured
                ? new RestAssuredTransport(settings, RequestCustomizers.calling(members.requests()))
                : new JdkTransport(settings);
    }
}
