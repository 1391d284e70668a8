package io.github.arazzojunit.junit.discovery;

import static org.junit.platform.testkit.engine.EngineTestKit.discover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;

/** A module of a user in a temporary directory, with class path and documents of its own. */
public final class Workspace {

    /** Two workflows of two steps; {@code second} begins at line 14, {@code third} at line 19. */
    static final String ORDERS = """
            arazzo: 1.0.1
            info:
              title: Orders
              version: 1.0.0
            sourceDescriptions:
              - name: shop
                url: ./shop.openapi.yaml
                type: openapi
            workflows:
              - workflowId: place-order
                steps:
                  - stepId: first
                    operationId: create
                  - stepId: second
                    operationId: read
                outputs:
                  shop: $sourceDescriptions.shop.url
              - workflowId: cancel-order
                steps:
                  - stepId: third
                    workflowId: place-order
                  - stepId: fourth
                    operationId: cancel
            """;

    private final Path module;
    private final List<Path> classPath = new ArrayList<>();

    public Workspace(Path module) {
        this.module = module;
    }

    public static String document(String workflows) {
        return """
                arazzo: 1.0.1
                info: {title: Title, version: 1.0.0}
                sourceDescriptions: [{name: shop, url: ./shop.yaml, type: openapi}]
                workflows:
                """ + workflows.indent(2);
    }

    /** One workflow of one step. */
    static String small(String workflowId) {
        return document("- workflowId: " + workflowId + "\n  steps: [{stepId: only, operationId: read}]\n");
    }

    public Path file(String path, String content) {
        Path file = module.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory(String path) {
        try {
            return Files.createDirectories(module.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar(String path, String entry, String content) {
        Path jar = module.resolve(path);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Workspace onClassPath(Path root) {
        classPath.add(root);
        return this;
    }

    EngineDiscoveryResults discoverWith(Map<String, String> configuration, DiscoverySelector... selectors) {
        return discoverWith(configuration, new DiscoveryFilter<?>[0], selectors);
    }

    EngineDiscoveryResults discoverWith(
            Map<String, String> configuration, DiscoveryFilter<?>[] filters, DiscoverySelector... selectors) {
        return withClassPath(() -> discover(
                "arazzo",
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .filters(filters)
                        .configurationParameters(configuration)
                        .enableImplicitConfigurationParameters(false)
                        .build()));
    }

    /** All nodes below the engine, depth first. */
    List<TestDescriptor> nodes(DiscoverySelector... selectors) {
        return nodes(discoverWith(Map.of(), selectors));
    }

    static List<TestDescriptor> nodes(EngineDiscoveryResults results) {
        List<TestDescriptor> nodes = new ArrayList<>();
        results.getEngineDescriptor().accept(nodes::add);
        return nodes.subList(1, nodes.size());
    }

    /** The unique ids of all nodes, without the engine and with one segment for each slash. */
    List<String> ids(DiscoverySelector... selectors) {
        return ids(discoverWith(Map.of(), selectors));
    }

    static List<String> ids(EngineDiscoveryResults results) {
        return nodes(results).stream()
                .map(node -> node.getUniqueId().toString())
                .map(id -> id.replace("[engine:arazzo]/", ""))
                .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8))
                .toList();
    }

    public <T> T withClassPath(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] urls = classPath.stream().map(Workspace::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, before)) {
            thread.setContextClassLoader(loader);
            return action.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
