package io.github.arazzojunit.jupiter;

import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects {@link Arazzo} into tests of JUnit Jupiter. Its stub servers start with the first use and stop when all tests
 * of Jupiter are finished. Needs JUnit 5.13 or newer.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ArazzoExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    /** Called by JUnit. */
    public ArazzoExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Arazzo.class;
    }

    @Override
    public Arazzo resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return location -> new ConfiguredDocument(OpenDocument.at(location, context), context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FactoryNames.begin(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FactoryNames.end(context);
    }
}
