package io.github.arazzojunit.config;

import java.util.Locale;

/** What can be covered by a run. */
public enum CoverageKind {
    /** Operations of the descriptions; covered by any response. */
    OPERATIONS,
    /** Responses that the descriptions document, by status, range or {@code default}; covered by such a status. */
    STATUSES,
    /** Parameters that the operations declare; covered by a request with a value for it. */
    PARAMETERS,
    /** Success and failure actions of the steps, those of their workflow included; covered when taken. */
    BRANCHES;

    /** The name in configuration keys and reports, for example {@code operations}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
