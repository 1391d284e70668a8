package io.github.arazzojunit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a linkage error means to somebody who builds: a library on the class path is not one that the engine can work
 * with. Immutable.
 *
 * @param problem names the library, where it is, and what is missing in it
 * @param remedy what to change in the build
 */
public record ClassPathConflict(String problem, String remedy) {

    /** The rule of a finding that says so. */
    public static final String RULE = "class-path-conflict";

    private static final int MAX_CAUSES = 100;

    private static final Pattern CLASS_NAME = Pattern.compile("[a-zA-Z_][\\w$]*(?:[./][a-zA-Z_][\\w$]*){2,}");
    private static final Pattern VERSION = Pattern.compile("-([0-9]+(?:\\.[0-9]+)*)[^/\\\\]*\\.jar$");

    /** What is behind an exception; empty when it has nothing to do with a library that the engine uses. */
    public static Optional<ClassPathConflict> of(Throwable thrown) {
        return of(thrown, ClassPathConflict.class.getClassLoader());
    }

    static Optional<ClassPathConflict> of(Throwable thrown, ClassLoader loader) {
        List<Throwable> causes = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
        return causes.stream().anyMatch(cause -> cause instanceof LinkageError)
                ? guilty(causes.get(causes.size() - 1), loader)
                : Optional.empty();
    }

    private static Optional<ClassPathConflict> guilty(Throwable error, ClassLoader loader) {
        List<Library> suspects = suspects(error);
        if (suspects.isEmpty()) {
            return Optional.empty();
        }
        Library guilty = suspects.stream()
                .filter(library -> differs(library, loader))
                .findFirst()
                .or(() -> Library.all()
                        .filter(library -> isOlder(library, loader))
                        .findFirst())
                .orElse(suspects.get(0));
        return Optional.of(of(guilty, error, loader));
    }

    private static ClassPathConflict of(Library library, Throwable error, ClassLoader loader) {
        String found = library.jar(loader)
                .map(jar -> "The class path has " + jar.getFileName())
                .orElse("The class path lacks " + library.coordinates());
        return new ClassPathConflict(
                found + ", but Arazzo JUnit is built with " + library.coordinates() + " " + library.version()
                        + " and cannot work like this: " + error + ".",
                library.remedy());
    }

    /** Libraries that the error names, and those of the class that could not go on. */
    private static List<Library> suspects(Throwable error) {
        List<String> names = new ArrayList<>();
        Matcher name = CLASS_NAME.matcher(String.valueOf(error.getMessage()));
        while (name.find()) {
            names.add(name.group().replace('/', '.'));
        }
        Stream.of(error.getStackTrace())
                .map(StackTraceElement::getClassName)
                .limit(1)
                .forEach(names::add);
        return names.stream()
                .flatMap(each -> Library.of(each).stream())
                .distinct()
                .toList();
    }

    private static boolean differs(Library library, ClassLoader loader) {
        return library.jar(loader)
                .filter(jar -> !number(jar.toString()).equals(numbers(library.version())))
                .isPresent();
    }

    private static boolean isOlder(Library library, ClassLoader loader) {
        return library.jar(loader)
                .map(jar -> number(jar.toString()))
                .filter(found -> !found.isEmpty() && compare(found, numbers(library.version())) < 0)
                .isPresent();
    }

    private static List<Integer> number(String jar) {
        Matcher version = VERSION.matcher(jar);
        return version.find() ? numbers(version.group(1)) : List.of();
    }

    private static List<Integer> numbers(String version) {
        return Pattern.compile("\\D+")
                .splitAsStream(version)
                .filter(digits -> !digits.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return problem + " " + remedy;
    }
}
