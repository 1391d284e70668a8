package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.model.LocatedNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;

/** The extension {@code x-junit-tags}: one tag as a string, or a list of them. */
public final class Tags {

    /** The name of the extension field. */
    public static final String FIELD = "x-junit-tags";

    private Tags() {}

    /** The valid tags of an element. */
    static Set<TestTag> of(LocatedNode element) {
        Set<TestTag> tags = new LinkedHashSet<>();
        entries(element)
                .filter(Tags::isValid)
                .map(entry -> TestTag.create(entry.text()))
                .forEach(tags::add);
        return tags;
    }

    /** The entries of an element that are no tags by the rules of JUnit. */
    public static List<LocatedNode> invalidOf(LocatedNode element) {
        return entries(element).filter(entry -> !isValid(entry)).toList();
    }

    private static Stream<LocatedNode> entries(LocatedNode element) {
        Optional<LocatedNode> field = element.member(FIELD);
        return field.filter(LocatedNode::isArray)
                .map(list -> list.items().stream())
                .orElseGet(field::stream);
    }

    private static boolean isValid(LocatedNode entry) {
        return entry.isText() && TestTag.isValid(entry.text());
    }
}
