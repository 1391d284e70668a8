package io.github.arazzojunit;

import org.apiguardian.api.API;

/**
 * Runs the documents of a module that has no test class of its own.
 *
 * <p>Surefire starts an engine only for a class that it finds. This one is found when the module lists the engine's
 * artifact under {@code dependenciesToScan}; the documents are those of {@value Constants#DOCUMENTS_PROPERTY_NAME}.
 */
@ArazzoTest
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ArazzoDocumentsTest {

    private ArazzoDocumentsTest() {}
}
