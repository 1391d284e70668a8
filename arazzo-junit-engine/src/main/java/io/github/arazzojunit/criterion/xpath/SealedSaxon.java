package io.github.arazzojunit.criterion.xpath;

import java.util.Set;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;

/** A Saxon processor that finds no document, no text, no variable, and writes nothing to the console (CRT-65). */
final class SealedSaxon {

    private final Processor processor = new Processor(false);

    SealedSaxon() {
        Configuration configuration = processor.getUnderlyingConfiguration();
        configuration.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        configuration.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        configuration.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoVariables());
        configuration.setResourceResolver(request -> {
            throw refused(request.uri);
        });
        configuration.setCollectionFinder((context, uri) -> {
            throw refused(uri);
        });
        configuration.setUnparsedTextURIResolver((uri, encoding, config) -> {
            throw refused(String.valueOf(uri));
        });
        configuration.setErrorReporterFactory(config -> error -> {});
    }

    Processor processor() {
        return processor;
    }

    private static XPathException refused(String uri) {
        return new XPathException("reading '" + uri + "' is refused: a condition sees its context only");
    }

    /** The environment of nobody. */
    private static final class NoVariables implements EnvironmentVariableResolver {

        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
