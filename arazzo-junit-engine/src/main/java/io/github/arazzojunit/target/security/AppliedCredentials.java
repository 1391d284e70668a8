package io.github.arazzojunit.target.security;

import io.github.arazzojunit.http.RequestParameter;
import java.util.List;

/** What was added to one request, and what can be done when the provider refuses it. */
public final class AppliedCredentials {

    /** Nothing was added. */
    public static final AppliedCredentials NONE = new AppliedCredentials(List.of(), List.of(), List.of(), List.of());

    private final List<RequestParameter> parameters;
    private final List<TokenSource.Use> tokens;
    private final List<String> keys;
    private final List<String> remedies;

    AppliedCredentials(
            List<RequestParameter> parameters, List<TokenSource.Use> tokens, List<String> keys, List<String> remedies) {
        this.parameters = List.copyOf(parameters);
        this.tokens = List.copyOf(tokens);
        this.keys = List.copyOf(keys);
        this.remedies = List.copyOf(remedies);
    }

    /** Headers, query parameters and cookies. */
    public List<RequestParameter> parameters() {
        return parameters;
    }

    /**
     * Reacts to status 401.
     *
     * @param notes gets a sentence that says what to configure, where that could help
     * @return whether the request is worth repeating, because a token that was used before is renewed
     */
    public boolean refused(List<String> notes) {
        boolean renewed = tokens.stream().map(TokenSource.Use::renew).reduce(false, Boolean::logicalOr);
        if (renewed) {
            notes.add("the provider refused the token with 401, so a new one was fetched and the request repeated");
        }
        keys.forEach(key -> notes.add("the provider refused the value of " + key
                + " with 401; it cannot be renewed. Set one that is valid and has not expired"));
        if (!remedies.isEmpty()) {
            notes.add("no credentials are configured; set " + String.join(", or ", remedies));
        }
        return renewed;
    }
}
