package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.runner.Masker;
import java.util.List;
import java.util.Map;

/** A finished run, for nodes and for assertions. */
record RecordedRun(RecordedNode root, Map<String, Object> outputs, List<Exchange> exchanges, Masker masker) {

    Arazzo.Result result() {
        return new RecordedResult(root, outputs, exchanges, masker);
    }
}
