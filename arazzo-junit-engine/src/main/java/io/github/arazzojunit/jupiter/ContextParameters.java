package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.Parameters;
import io.github.arazzojunit.config.PropertiesFile;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Workflow;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The configuration parameters of Jupiter. It tells the value of a key, but not which keys there are; those that matter
 * are found in system properties, in {@code junit-platform.properties}, and by the names in a document.
 */
record ContextParameters(ExtensionContext context, Set<String> keySet) implements Parameters {

    static ContextParameters of(ExtensionContext context) {
        Set<String> keys = new TreeSet<>();
        Stream.concat(
                        System.getProperties().stringPropertyNames().stream(),
                        PropertiesFile.junitPlatform().keySet().stream())
                .filter(key -> key.startsWith(Constants.PREFIX))
                .forEach(keys::add);
        return new ContextParameters(context, keys);
    }

    static ContextParameters of(ExtensionContext context, ArazzoDocument document) {
        ContextParameters parameters = of(context);
        keys(document).filter(key -> parameters.get(key).isPresent()).forEach(parameters.keySet()::add);
        return parameters;
    }

    private static Stream<String> keys(ArazzoDocument document) {
        return Stream.concat(
                document.sourceDescriptions().stream()
                        .map(SourceDescription::name)
                        .flatMap(source -> Stream.of(
                                Constants.SERVER_PROPERTY_PREFIX + source,
                                Constants.SOURCE_PROPERTY_PREFIX + source,
                                Constants.CONTAINER_PROPERTY_PREFIX + source + ".image",
                                Constants.CONTAINER_PROPERTY_PREFIX + source + ".port",
                                Constants.CONTAINER_PROPERTY_PREFIX + source + ".wait")),
                document.workflows().stream()
                        .flatMap(workflow -> inputs(workflow)
                                .flatMap(input -> Stream.of(
                                        Constants.INPUTS_PROPERTY_PREFIX + input,
                                        Constants.INPUTS_PROPERTY_PREFIX + workflow.workflowId() + "." + input))));
    }

    private static Stream<String> inputs(Workflow workflow) {
        return workflow.inputs().flatMap(schema -> schema.member("properties")).stream()
                .filter(LocatedNode::isObject)
                .flatMap(properties -> properties.members().keySet().stream());
    }

    @Override
    public Optional<String> get(String key) {
        return context.getConfigurationParameter(key);
    }
}
