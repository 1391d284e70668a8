package io.github.arazzojunit.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where Maven, Gradle and IntelliJ IDEA copy resources from, and where to. */
public final class SourceLayout {

    /**
     * @param copies directory of a module that the build fills
     * @param originals directory of the same module that it is filled from
     */
    private record Mapping(Path copies, Path originals) {

        static Mapping of(String copies, String originals) {
            return new Mapping(Path.of(copies), Path.of(originals));
        }
    }

    private static final List<Mapping> MAPPINGS = List.of(
            Mapping.of("target/test-classes", "src/test/resources"),
            Mapping.of("target/classes", "src/main/resources"),
            Mapping.of("build/resources/test", "src/test/resources"),
            Mapping.of("build/resources/main", "src/main/resources"),
            Mapping.of("out/test/resources", "src/test/resources"),
            Mapping.of("out/production/resources", "src/main/resources"));

    private SourceLayout() {}

    /** The file that {@code copy} was made from; empty when it is no copy or its original does not exist. */
    public static Optional<Path> originalOf(Path copy) {
        return MAPPINGS.stream()
                .flatMap(mapping -> move(copy, mapping.copies(), mapping.originals()).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> move(Path file, Path from, Path to) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path root = absolute.getParent(); root != null; root = root.getParent()) {
            if (root.endsWith(from)) {
                Path module = root;
                for (int i = 0; i < from.getNameCount(); i++) {
                    module = module.getParent();
                }
                return module == null
                        ? Optional.empty()
                        : Optional.of(module.resolve(to).resolve(root.relativize(absolute)));
            }
        }
        return Optional.empty();
    }
}
