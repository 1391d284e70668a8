package io.github.arazzojunit.stub;

/**
 * A request that no stub serves.
 *
 * @param method in upper case
 * @param url path and query as they were sent
 * @param nearestStub where the most similar stub differs, several lines; empty when there is no similar one
 */
public record UnmatchedRequest(String method, String url, String nearestStub) {

    /** What happened, what it means and what to do, for a failure message. */
    public String message() {
        String nearest =
                nearestStub.isEmpty() ? "; no stub is similar." : ". The nearest stub differs:\n" + nearestStub;
        return "No stub serves " + method + " " + url + ", so there is no response to judge" + nearest
                + "\nAdd or correct a mapping in the folder 'mappings' of a stub root (arazzo.stubs).";
    }
}
