package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode.Places;
import io.github.arazzojunit.model.Position;

/** What YAML and JSON texts can have wrong alike. */
final class TextFindings {

    private static final int QUOTED_CHARACTERS = 40;

    private TextFindings() {}

    static Finding duplicateKey(String name, Places first, Position second) {
        return ReaderRule.DUPLICATE_KEY.at(
                second,
                "The key '" + name + "' already stands in line " + first.line()
                        + "; one of the two values would be lost, so the file is not read.",
                "Remove or rename one of them.");
    }

    static Finding unusableNumber(Position position, String text) {
        String quoted = text.length() > QUOTED_CHARACTERS ? text.substring(0, QUOTED_CHARACTERS) + "..." : text;
        return ReaderRule.UNUSABLE_NUMBER.at(
                position,
                "'" + quoted + "' is no number that JSON can express or a runner can calculate with.",
                "Write another number, or put the value in quotes if a text is meant.");
    }

    static UnreadableException tooDeep(Position position, ReadLimits limits) {
        return new UnreadableException(ReaderRule.TOO_DEEP.at(
                position,
                "Objects and lists are nested deeper than the allowed " + limits.maxDepth()
                        + " levels; the file is not read.",
                "Flatten the document."));
    }
}
