package io.github.arazzojunit.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The errors of one validation. A text that suits a branch of a union but for its {@code format} violates that format,
 * not the types of the other branches, such as {@code null}.
 */
record UnionErrors(List<Error> errors) {

    private static final Set<String> UNIONS = Set.of("anyOf", "oneOf");

    /** Without those that only other branches have. */
    List<Error> relevant() {
        return errors.stream().filter(this::isRelevant).toList();
    }

    private boolean isRelevant(Error error) {
        return isFormat(error)
                || errors.stream()
                        .filter(UnionErrors::isFormat)
                        .filter(format -> format.getInstanceLocation().equals(error.getInstanceLocation()))
                        .noneMatch(format -> branch(format)
                                .filter(branch -> isIn(error, branch.getParent()) && isAlone(format, branch))
                                .isPresent());
    }

    /** Whether nothing else is wrong in the branch. */
    private boolean isAlone(Error format, NodePath branch) {
        return errors.stream()
                .filter(error -> error.getInstanceLocation().equals(format.getInstanceLocation()))
                .filter(error -> isIn(error, branch))
                .allMatch(UnionErrors::isFormat);
    }

    private static boolean isFormat(Error error) {
        return "format".equals(error.getKeyword());
    }

    private static boolean isIn(Error error, NodePath path) {
        return error.getEvaluationPath().startsWith(path);
    }

    /** The innermost branch of a union that the error stands in. */
    private static Optional<NodePath> branch(Error error) {
        NodePath path = error.getEvaluationPath();
        while (path != null && path.getNameCount() > 1) {
            NodePath parent = path.getParent();
            if (parent != null
                    && parent.getNameCount() > 0
                    && UNIONS.contains(parent.getName(parent.getNameCount() - 1))) {
                return Optional.of(path);
            }
            path = parent;
        }
        return Optional.empty();
    }
}
