package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree; also carries the configuration from discovery to execution. */
public final class ArazzoEngineDescriptor extends EngineDescriptor implements Node<ArazzoExecutionContext> {

    private final ArazzoConfiguration configuration;
    private final boolean partial;

    /** @param partial whether single nodes were selected by their unique ids */
    public ArazzoEngineDescriptor(UniqueId uniqueId, ArazzoConfiguration configuration, boolean partial) {
        super(uniqueId, "Arazzo");
        this.configuration = configuration;
        this.partial = partial;
    }

    public ArazzoConfiguration configuration() {
        return configuration;
    }

    /** Whether the run is only a part, so that it says nothing about the whole: a rerun, a step started in an IDE. */
    public boolean isPartial() {
        return partial;
    }

    @Override
    public ArazzoExecutionContext before(ArazzoExecutionContext context) {
        return context.beginEngine(this);
    }

    @Override
    public void after(ArazzoExecutionContext context) {
        context.reportEngine();
    }

    @Override
    public void cleanUp(ArazzoExecutionContext context) {
        context.endEngine();
    }
}
