package io.github.arazzojunit.runner;

import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.source.SourceOperation;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the requests of a run go. */
public interface RequestTarget {

    /**
     * The URL in front of the operation's path.
     *
     * @throws TargetException when there is none; the message says what to configure
     */
    URI baseUrl(SourceOperation operation) throws TargetException;

    Transport transport();

    /**
     * What to add to a request so that the provider knows who asks.
     *
     * @param given the parameters of the step, which win
     * @throws TargetException when there should be credentials but cannot be; the message says what to configure
     */
    default List<RequestParameter> credentials(SourceOperation operation, List<RequestParameter> given)
            throws TargetException {
        return List.of();
    }

    /**
     * Is told that the provider refused the credentials of the last request with status 401.
     *
     * @param notes gets what the report of the step should say about it
     * @return whether to repeat the request once, because its credentials are renewed
     */
    default boolean refused(List<String> notes) {
        return false;
    }

    /**
     * Is told of every request before it is sent.
     *
     * @return what the report of the step should say about it
     * @throws TargetException when the request cannot be answered; the step then fails with the message
     */
    default List<String> prepare(UpcomingRequest request) throws TargetException {
        return List.of();
    }

    /**
     * Is told of every response that a provider or a stub gave, before it is judged.
     *
     * @return what is to be said about it
     */
    default Remarks answered(UpcomingRequest request, HttpResponse response) {
        return Remarks.NONE;
    }

    /**
     * What a target has to say about a response.
     *
     * @param violations sentences that fail the step
     * @param notes sentences for the report of the step
     */
    record Remarks(List<String> violations, List<String> notes) {

        public static final Remarks NONE = new Remarks(List.of(), List.of());

        public Remarks {
            violations = List.copyOf(violations);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The reason why a response does not come from a provider at all, for example because no stub serves the request;
     * such a response fails the step whatever its criteria say.
     */
    default Optional<String> unserved(HttpResponse response) {
        return Optional.empty();
    }
}
