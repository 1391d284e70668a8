package io.github.arazzojunit.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.runner.TargetException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Testcontainers is optional: a class loader that does not find it stands for a module without it. */
class WithoutTestcontainersTest {

    @Test
    void a_configured_container_needs_testcontainers_and_the_failure_says_what_to_add() throws Exception {
        assertThat(withoutTestcontainers(Configured.class))
                .isEqualTo("The source 'shop' is served by a container, but Testcontainers is not on the class path, so"
                        + " no request is sent. Add 'org.testcontainers:testcontainers' to the tests, or set"
                        + " 'arazzo.server.shop' instead of 'arazzo.container.shop.image'.");
    }

    @Test
    void urls_work_without_testcontainers() throws Exception {
        assertThat(withoutTestcontainers(Url.class)).isEqualTo("no container");
    }

    /** Loaded anew where Testcontainers is missing. */
    public static final class Configured implements Callable<String> {

        @Override
        public String call() {
            ContainerSettings settings = new ContainerSettings("shop", Optional.empty(), Map.of(), Optional.empty());
            try (SourceContainer container = SourceContainer.configured("shop", settings)) {
                return "started at " + container.baseUrl();
            } catch (TargetException e) {
                return e.getMessage();
            }
        }
    }

    /** Loaded anew where Testcontainers is missing. */
    public static final class Url implements Callable<String> {

        @Override
        public String call() {
            return SourceContainer.provided("shop", "Test.url", "http://localhost")
                    .map(container -> "container")
                    .orElse("no container");
        }
    }

    private static Object withoutTestcontainers(Class<? extends Callable<String>> code) throws Exception {
        Class<?> loaded = new WithoutTestcontainers().loadClass(code.getName());
        return ((Callable<?>) loaded.getDeclaredConstructor().newInstance()).call();
    }

    private static final class WithoutTestcontainers extends ClassLoader {

        WithoutTestcontainers() {
            super(WithoutTestcontainersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.testcontainers.") || name.startsWith("com.github.dockerjava.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith("io.github.arazzojunit.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
