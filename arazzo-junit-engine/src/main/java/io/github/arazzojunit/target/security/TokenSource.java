package io.github.arazzojunit.target.security;

import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.target.security.TokenClient.RefusedException;
import io.github.arazzojunit.target.security.TokenClient.Token;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One token of a run: fetched when it is first needed, again when it ends or was refused. Thread-safe. */
final class TokenSource {

    private final TokenRequest request;
    private final TokenClient client;
    private final Clock clock;
    private final Consumer<String> secrets;
    private Optional<Token> token = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    TokenSource(TokenRequest request, TokenClient client, Clock clock, Consumer<String> secrets) {
        this.request = request;
        this.client = client;
        this.clock = clock;
        this.secrets = secrets;
    }

    /**
     * A token for one request.
     *
     * @param fresh whether it was fetched for this request
     */
    record Use(TokenSource source, String value, boolean fresh) {

        /** Whether repeating the request, which was refused, with another token is worth while. */
        boolean renew() {
            return source.renew(this);
        }
    }

    synchronized Use use(Predicate<URI> permitted) throws TargetException {
        if (refusal.isPresent()) {
            throw new TargetException(refusal.get());
        }
        boolean ended = token.flatMap(Token::expiry)
                .filter(expiry -> !clock.instant().isBefore(expiry))
                .isPresent();
        boolean fresh = token.isEmpty() || ended;
        if (fresh) {
            token = Optional.of(fetch(permitted));
        }
        return new Use(this, token.orElseThrow().value(), fresh);
    }

    private Token fetch(Predicate<URI> permitted) throws TargetException {
        try {
            Token fetched = client.fetch(request, permitted);
            secrets.accept(fetched.value());
            return fetched;
        } catch (RefusedException e) {
            refusal = Optional.of(String.valueOf(e.getMessage()));
            throw new TargetException(refusal.get());
        }
    }

    private synchronized boolean renew(Use refused) {
        if (token.filter(current -> current.value().equals(refused.value())).isEmpty()) {
            return true;
        }
        if (!refused.fresh()) {
            token = Optional.empty();
        }
        return !refused.fresh();
    }
}
