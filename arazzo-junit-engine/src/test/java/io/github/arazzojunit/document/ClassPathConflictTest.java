package io.github.arazzojunit.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ClassPathConflictTest {

    @TempDir
    Path folder;

    private final List<URL> jars = new ArrayList<>();
    private URLClassLoader loader = new URLClassLoader(new URL[0], null);

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void a_missing_method_names_the_library_that_lacks_it() {
        add("snakeyaml-1.30.jar", Yaml.class);

        ClassPathConflict conflict =
                of(new NoSuchMethodError("'void org.yaml.snakeyaml.LoaderOptions.setCodePointLimit(int)'"));

        assertThat(conflict.problem())
                .startsWith("The class path has snakeyaml-1.30.jar, but Arazzo JUnit is built with org.yaml:snakeyaml ")
                .contains("NoSuchMethodError: 'void org.yaml.snakeyaml.LoaderOptions.setCodePointLimit(int)'");
        assertThat(conflict.remedy())
                .startsWith("Set the version of org.yaml:snakeyaml to ")
                .endsWith("where Spring Boot manages it, set the property 'snakeyaml.version' to it.");
    }

    @Test
    void a_missing_class_is_of_the_library_with_the_nearest_package() {
        add("jackson-annotations-2.17.3.jar", JsonProperty.class);
        add("jackson-databind-" + version("jackson") + ".jar", ObjectMapper.class);

        assertThat(of(new NoClassDefFoundError("com/fasterxml/jackson/annotation/JsonSerializeAs"))
                        .problem())
                .startsWith("The class path has jackson-annotations-2.17.3.jar, but");
    }

    @Test
    void a_class_whose_initializer_failed_before_is_traced_to_its_cause() {
        add("jackson-annotations-2.17.3.jar", JsonProperty.class);
        add("jackson-databind-" + version("jackson") + ".jar", ObjectMapper.class);
        Error initializer = new ExceptionInInitializerError(
                "Exception java.lang.NoClassDefFoundError: com/fasterxml/jackson/annotation/JsonSerializeAs [in thread"
                        + " \"main\"]");
        Error error =
                new NoClassDefFoundError("Could not initialize class com.fasterxml.jackson.databind.json.JsonMapper");
        error.initCause(initializer);

        assertThat(of(new IllegalStateException("the stub server does not start", error))
                        .problem())
                .startsWith("The class path has jackson-annotations-2.17.3.jar, but");
    }

    @Test
    void a_library_that_is_as_built_is_not_blamed_where_another_one_is_older() {
        add("jackson-databind-" + version("jackson") + ".jar", ObjectMapper.class);
        add("snakeyaml-1.30.jar", Yaml.class);

        assertThat(of(new AbstractMethodError("com.fasterxml.jackson.databind.Module.version()"))
                        .problem())
                .startsWith("The class path has snakeyaml-1.30.jar, but");
    }

    @Test
    void a_library_that_is_missing_is_named_with_its_version() {
        ClassPathConflict conflict = of(new NoClassDefFoundError("io/restassured/RestAssured"));

        assertThat(conflict.problem()).startsWith("The class path lacks io.rest-assured:rest-assured, but");
    }

    @Test
    void a_missing_class_that_is_of_no_library_of_the_engine_says_nothing_about_them() {
        add("snakeyaml-1.30.jar", Yaml.class);
        Error error = new NoClassDefFoundError("org/example/Helper");
        error.setStackTrace(new StackTraceElement[0]);

        assertThat(ClassPathConflict.of(error)).isEmpty();
    }

    @Test
    void other_exceptions_say_nothing_about_the_class_path() {
        assertThat(ClassPathConflict.of(new IllegalStateException(new AssertionError("org.yaml.snakeyaml.Yaml"))))
                .isEmpty();
    }

    private ClassPathConflict of(Throwable thrown) {
        thrown.setStackTrace(new StackTraceElement[0]);
        loader = new URLClassLoader(jars.toArray(URL[]::new), null);
        return ClassPathConflict.of(thrown, loader).orElseThrow();
    }

    private static String version(String library) {
        return Library.all()
                .filter(each -> each.coordinates().contains(library))
                .findFirst()
                .orElseThrow()
                .version();
    }

    /** A jar of this name that has one class of the library. */
    private void add(String name, Class<?> type) {
        String entry = type.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve(name);
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(entry);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(file)) {
            archive.putNextEntry(new JarEntry(entry));
            bytes.transferTo(archive);
            archive.closeEntry();
            archive.finish();
            jars.add(jar.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
