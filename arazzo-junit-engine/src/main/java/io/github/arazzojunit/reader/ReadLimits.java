package io.github.arazzojunit.reader;

/**
 * How much of a text is read before it is refused (SEC-04). Immutable.
 *
 * @param maxBytes size of the file in bytes
 * @param maxDepth nested objects and lists, aliases expanded
 * @param maxAliasNodes values that all aliases of a YAML text stand for, together
 */
public record ReadLimits(int maxBytes, int maxDepth, int maxAliasNodes) {

    /** 10 MiB, 500 levels, 100,000 values behind aliases. */
    public static final ReadLimits DEFAULT = new ReadLimits(10 * 1024 * 1024, 500, 100_000);

    public ReadLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxAliasNodes < 0) {
            throw new IllegalArgumentException("Limits have to be positive, but are " + maxBytes + " bytes, " + maxDepth
                    + " levels, " + maxAliasNodes + " values behind aliases.");
        }
    }
}
