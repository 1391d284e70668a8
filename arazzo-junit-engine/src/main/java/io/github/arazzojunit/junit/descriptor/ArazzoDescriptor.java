package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.model.LocatedNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node below the engine; its tags are its own and those of all nodes above it. */
abstract class ArazzoDescriptor extends AbstractTestDescriptor implements Node<ArazzoExecutionContext> {

    private final Set<TestTag> ownTags = new LinkedHashSet<>();

    ArazzoDescriptor(UniqueId uniqueId, String displayName, TestSource source) {
        super(uniqueId, displayName, source);
    }

    final void addTagsOf(LocatedNode element) {
        ownTags.addAll(Tags.of(element));
    }

    @Override
    public final Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>(ownTags);
        getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
        return tags;
    }
}
