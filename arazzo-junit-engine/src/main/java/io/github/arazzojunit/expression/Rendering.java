package io.github.arazzojunit.expression;

import java.util.List;

/**
 * What a template became.
 *
 * @param text a string value; an error when an embedded expression has none
 * @param notes remarks for the report, for example that quotes were dropped
 */
public record Rendering(Evaluation text, List<String> notes) {

    public Rendering {
        notes = List.copyOf(notes);
    }
}
