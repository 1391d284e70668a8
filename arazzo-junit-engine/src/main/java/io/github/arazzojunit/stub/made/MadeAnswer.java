package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.http.HttpResponse;
import java.util.List;

/**
 * An answer made from the documents.
 *
 * @param notes what is doubtful about it, a sentence with positions each
 */
public record MadeAnswer(HttpResponse response, List<String> notes) {

    public MadeAnswer {
        notes = List.copyOf(notes);
    }
}
