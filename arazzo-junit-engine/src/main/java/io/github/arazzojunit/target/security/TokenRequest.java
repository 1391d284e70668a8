package io.github.arazzojunit.target.security;

/**
 * What a token is fetched with.
 *
 * @param url of the token endpoint, or of the document that tells it
 * @param discovered whether the URL leads to an OpenID Connect discovery document
 * @param scope separated by blanks, empty for none
 */
record TokenRequest(SchemeValues values, String url, boolean discovered, String scope) {

    /** Equal for requests that get the same token. */
    String key() {
        return values + " " + url + " " + scope;
    }
}
