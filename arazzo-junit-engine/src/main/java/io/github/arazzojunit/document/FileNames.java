package io.github.arazzojunit.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of a file says about it (DOC-09). Paths are separated by slashes. */
public final class FileNames {

    private static final Pattern CONVENTIONAL = Pattern.compile("(.+\\.)?arazzo\\.(yaml|yml|json)");
    private static final Pattern READABLE = Pattern.compile(".+\\.(yaml|yml|json)");
    private static final Pattern INPUTS = Pattern.compile(".*\\.inputs(\\.(?!arazzo\\.)[^.]+)?\\.yaml");

    private FileNames() {}

    /** Whether a scan takes the file for a document. */
    public static boolean isConventionalDocument(String path) {
        return CONVENTIONAL.matcher(lastSegment(path)).matches();
    }

    /** Whether the file can be a document when somebody names it. */
    public static boolean canBeDocument(String path) {
        String name = lastSegment(path);
        return READABLE.matcher(name).matches() && !INPUTS.matcher(name).matches();
    }

    /**
     * The path of the inputs beside a document: {@code orders.arazzo.inputs.yaml} of {@code orders.arazzo.yaml}, {@code
     * orders.arazzo.inputs.staging.yaml} in a profile.
     */
    static String inputsOf(String document, Optional<String> profile) {
        return document.substring(0, document.lastIndexOf('.')) + ".inputs"
                + profile.map(name -> "." + name).orElse("") + ".yaml";
    }

    /** The name of the package that a resource is in, empty for the unnamed one. */
    public static String packageOf(String resource) {
        int end = resource.lastIndexOf('/');
        return end < 0 ? "" : resource.substring(0, end).replace('/', '.');
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
