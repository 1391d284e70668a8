package io.github.arazzojunit.target.security;

import io.github.arazzojunit.http.RequestParameter;

/** How a request can satisfy one security scheme. */
sealed interface Proof {

    /** Nothing has to be added: the step sends it itself, or the connection does. */
    record Given() implements Proof {}

    /**
     * @param key where the value comes from, for messages
     * @param secret the part of the value that the user wrote
     */
    record Fixed(RequestParameter parameter, String key, String secret) implements Proof {}

    /** A token that has to be fetched first. */
    record Fetched(TokenRequest request) implements Proof {}

    /** @param remedy what to configure */
    record NotConfigured(String remedy) implements Proof {}

    /** @param problem a sentence that says what is missing and which key to set */
    record Incomplete(String problem) implements Proof {}

    static Proof incomplete(SchemeValues values, String has, String lacks, String key) {
        return new Incomplete("The credentials for " + values + " have " + has + " but no " + lacks
                + ", so no request that needs them is sent. Set " + key + ".");
    }
}
