package io.github.arazzojunit.runner;

/** There is no place to send a request to, or nobody can answer it. No failure action handles that. */
public final class TargetException extends Exception {

    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }
}
