package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Criteria for tests. */
final class CriterionOf {

    private static final LocatedNode SOURCE = LocatedNode.root(
            URI.create("file:/test.arazzo.yaml"),
            NullNode.getInstance(),
            new LocatedNode.Places(1, 1, Map.of(), List.of()));

    private CriterionOf() {}

    static Criterion simple(String condition) {
        return new Criterion(condition, Optional.empty(), ExpressionType.SIMPLE, SOURCE);
    }

    static Criterion onBody(Language language, String condition) {
        return on("$response.body", new ExpressionType(language, Optional.empty()), condition);
    }

    static Criterion onBody(Language language, String version, String condition) {
        return on("$response.body", new ExpressionType(language, Optional.of(version)), condition);
    }

    static Criterion on(String context, ExpressionType type, String condition) {
        return new Criterion(condition, Optional.of(context), type, SOURCE);
    }

    /** On the body, with the version named where the language has versions. */
    static Criterion on(LanguageVersion version, String condition) {
        return version == LanguageVersion.REGEX
                ? onBody(Language.REGEX, condition)
                : onBody(version.language(), version.version(), condition);
    }

    static Criterion withoutContext(Language language, String condition) {
        return new Criterion(condition, Optional.empty(), new ExpressionType(language, Optional.empty()), SOURCE);
    }
}
