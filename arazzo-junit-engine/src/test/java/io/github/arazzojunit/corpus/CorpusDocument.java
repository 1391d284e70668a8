package io.github.arazzojunit.corpus;

import java.nio.file.Path;
import java.util.Map;

/**
 * A public document.
 *
 * @param file where it is
 * @param name its path below the corpus
 * @param locations where its descriptions are that do not stand at their URL, by name of the source
 */
record CorpusDocument(Path file, String name, Map<String, String> locations) {

    /** Documents of one origin share most of their descriptions. */
    String origin() {
        String[] folders = name.split("/");
        return folders[0] + "/" + folders[1];
    }
}
