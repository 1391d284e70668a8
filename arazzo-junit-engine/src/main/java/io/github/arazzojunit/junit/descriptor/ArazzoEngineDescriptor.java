package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree; also carries the configuration from discovery to execution. */
public final class ArazzoEngineDescriptor extends EngineDescriptor implements Node<ArazzoExecutionContext> {

    private final ArazzoConfiguration configuration;

    public ArazzoEngineDescriptor(UniqueId uniqueId, ArazzoConfiguration configuration) {
        super(uniqueId, "Arazzo");
        this.configuration = configuration;
    }

    public ArazzoConfiguration configuration() {
        return configuration;
    }

    @Override
    public ArazzoExecutionContext before(ArazzoExecutionContext context) {
        return context.beginEngine();
    }

    @Override
    public void cleanUp(ArazzoExecutionContext context) {
        context.endEngine();
    }
}
