package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.FailureSelector;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes the failing tests for what is missing. */
final class FailureResolver implements SelectorResolver {

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        return selector instanceof FailureSelector failure ? resolve(failure, context) : Resolution.unresolved();
    }

    private static Resolution resolve(FailureSelector selector, Context context) {
        return DocumentResolver.addToParent(
                        selector.owner(),
                        context,
                        parent -> FailureDescriptor.of(parent.getUniqueId(), selector.name(), selector.message()))
                .map(failure -> Resolution.match(Match.exact(failure)))
                .orElseGet(Resolution::unresolved);
    }
}
