package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Finding;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The merge keys of one file (DOC-03). YAML 1.2 has none, but nobody who writes one means a member of that name: it is
 * read as it was meant, with one warning for the file.
 */
final class MergeKeys {

    private static final String KEY = "<<";
    private static final String TAG = "tag:yaml.org,2002:merge";

    private final URI uri;
    private final List<Finding> findings;
    private Optional<Mark> first = Optional.empty();
    private int further;

    /** @param findings where errors are added */
    MergeKeys(URI uri, List<Finding> findings) {
        this.uri = uri;
        this.findings = findings;
    }

    /** Whether the key of a mapping is one; in quotes it is a name like any other. */
    static boolean isMergeKey(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals(KEY)
                && (scalar.getTag() == null || scalar.getTag().equals(TAG));
    }

    /** Merges a value into the mapping that the key stands in. */
    void add(YamlMembers members, YamlTree value, Mark at) {
        if (first.isEmpty()) {
            first = Optional.of(at);
        } else {
            further++;
        }
        Optional<Mark> before = members.mergeKey(at);
        if (before.isPresent()) {
            findings.add(ReaderRule.DUPLICATE_KEY.at(
                    YamlSyntax.position(uri, at),
                    "The merge key '<<' already stands in line " + (before.get().getLine() + 1)
                            + " of the same object; it is open which of them wins, so the file is not read.",
                    "Write one with a list: '<<: [*first, *second]'."));
        } else if (canBeMerged(value.value())) {
            members.merge(value);
        } else {
            findings.add(ReaderRule.INVALID_MERGE.at(
                    YamlSyntax.position(uri, at),
                    "The merge key '<<' needs an object or a list of objects, whose members it adds, but its value is"
                            + " neither; the file is not read.",
                    "Write an alias of an object behind it, or put the key in quotes where a member '<<' is meant."));
        }
    }

    private static boolean canBeMerged(JsonNode value) {
        return value.isObject()
                || value.isArray()
                        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isObject);
    }

    /** The warning about all of them. */
    Optional<Finding> remark() {
        return first.map(at -> ReaderRule.MERGE_KEY.at(
                YamlSyntax.position(uri, at),
                "The merge key '<<' stands here"
                        + (further > 0 ? ", the first of " + (further + 1) + " in this file" : "")
                        + ". YAML 1.2 does not know it, and other tools may read a member '<<' or nothing; its members"
                        + " are merged, those of the object itself first.",
                "Write the members out, or refer to them by '$ref' where that is possible."));
    }
}
