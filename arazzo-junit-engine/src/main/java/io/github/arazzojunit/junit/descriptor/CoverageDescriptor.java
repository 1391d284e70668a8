package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.config.CoverageKind;
import org.junit.platform.engine.UniqueId;

/** A test at the end of a run: whether enough was covered. Only there where a minimum is configured. */
public final class CoverageDescriptor extends ArazzoDescriptor {

    /** Type of the segment in unique ids; the value is what was to be covered. */
    public static final String SEGMENT_TYPE = "coverage";

    /** @param parentId of a class, or of the engine's own node */
    public CoverageDescriptor(UniqueId parentId, CoverageKind kind) {
        super(parentId.append(SEGMENT_TYPE, kind.key()), "coverage of " + kind.key(), null);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
