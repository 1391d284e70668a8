package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What a value has to be besides valid.
 *
 * @param text completes "a value that ...", for messages
 * @param accepts tells a value that will do; is asked with a missing node whether the value may be left out
 * @param candidates values to try first
 * @param exact whether nothing but the candidates will do
 * @param size number of items or members that helps
 */
public record Wish(
        String text, Predicate<JsonNode> accepts, List<JsonNode> candidates, boolean exact, OptionalInt size) {

    public Wish {
        candidates = List.copyOf(candidates);
    }

    /** A value that is there and not null. */
    public static Wish present() {
        return new Wish(
                "is there", value -> !value.isMissingNode() && !value.isNull(), List.of(), false, OptionalInt.empty());
    }

    /** A text that the pattern matches, should one be found; the pattern is searched for, not anchored. */
    public static List<JsonNode> textsMatching(String pattern) {
        List<JsonNode> texts = new ArrayList<>();
        LocatedNode nowhere = LocatedNode.root(
                URI.create("pattern:/"), MissingNode.getInstance(), new Places(1, 1, Map.of(), List.of()));
        try {
            texts.add(TextNode.valueOf(TextRules.matching(pattern, nowhere, new Random(pattern.hashCode()))));
        } catch (UnsatisfiableException e) {
            // Then the values that the description shows have to do.
        }
        return texts;
    }

    /** A value that is there, be it null. */
    public static Wish presentOrNull() {
        return new Wish("is there", value -> !value.isMissingNode(), List.of(), false, OptionalInt.empty());
    }
}
