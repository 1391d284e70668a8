package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.Finding;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Decides the JSON type of YAML values; only the tags of the JSON schema of YAML are known (DOC-03, DOC-04, SEC-05). */
final class YamlTypes {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    /** What YAML 1.1 reads as a boolean or number, and YAML 1.2 as something else. */
    private static final Pattern OTHERWISE_IN_1_1 = Pattern.compile("yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"
            + "|[-+]?0[0-7]+|[-+]?0b[01_]+|[-+]?[0-9][0-9,]*_[0-9_]*|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+");

    private final URI uri;
    private final List<Finding> findings;
    private boolean version11;
    private Optional<ScalarEvent> readOtherwise = Optional.empty();

    /**
     * @param findings where errors are added
     */
    YamlTypes(URI uri, List<Finding> findings) {
        this.uri = uri;
        this.findings = findings;
    }

    /** Takes notice of the directive {@code %YAML} before the first value. */
    void begin(DocumentStartEvent start) {
        version11 = start.getVersion() != null && start.getVersion().minor() == 1;
    }

    /** The warning about values that have another type than the directive {@code %YAML 1.1} asks for. */
    Optional<Finding> remark() {
        return readOtherwise.map(event -> ReaderRule.YAML_VERSION.at(
                YamlSyntax.position(uri, event.getStartMark()),
                "The file asks for YAML 1.1, where '" + event.getValue()
                        + "' is a boolean or another number; it is read" + " by YAML 1.2, here and further down.",
                "Write 'true' or 'false' or a decimal number, or put a text in quotes, and remove '%YAML 1.1'."));
    }

    /** Takes notice of a value, which the name of a member is not. */
    void noteVersion(ScalarEvent event) {
        boolean plain = event.getTag() == null && event.getScalarStyle() == ScalarStyle.PLAIN;
        if (version11
                && plain
                && readOtherwise.isEmpty()
                && OTHERWISE_IN_1_1.matcher(event.getValue()).matches()) {
            readOtherwise = Optional.of(event);
        }
    }

    /** The value of a scalar by its tag or, where it is plain and has none, by the core schema. */
    JsonNode value(ScalarEvent event) {
        String text = event.getValue();
        String tag = event.getTag();
        if (tag == null && event.getScalarStyle() != ScalarStyle.PLAIN || "!".equals(tag)) {
            return TextNode.valueOf(text);
        }
        if (tag != null) {
            return tagged(event, tag);
        }
        Optional<JsonNode> value = CoreSchema.resolve(text);
        if (value.isEmpty()) {
            findings.add(TextFindings.unusableNumber(YamlSyntax.position(uri, event.getStartMark()), text));
        }
        return value.orElse(NullNode.getInstance());
    }

    private JsonNode tagged(ScalarEvent event, String tag) {
        String text = event.getValue();
        JsonNode value = CoreSchema.resolve(text).orElse(TextNode.valueOf(text));
        boolean fits = switch (tag) {
            case STANDARD_TAG + "str" -> true;
            case STANDARD_TAG + "int" -> value.isIntegralNumber();
            case STANDARD_TAG + "float" -> value.isNumber();
            case STANDARD_TAG + "bool" -> value.isBoolean();
            case STANDARD_TAG + "null" -> value.isNull();
            default -> false;
        };
        if (!fits) {
            foreignTag(tag, event);
        }
        return tag.equals(STANDARD_TAG + "str") ? TextNode.valueOf(text) : value;
    }

    /** Reports a tag that an object or list cannot have. */
    void requireTag(@Nullable String tag, String expected, Event event) {
        if (tag != null && !tag.equals("!") && !tag.equals(STANDARD_TAG + expected)) {
            foreignTag(tag, event);
        }
    }

    private void foreignTag(String tag, Event event) {
        findings.add(ReaderRule.FOREIGN_TAG.at(
                YamlSyntax.position(uri, event.getStartMark()),
                "The tag '" + tag.replace(STANDARD_TAG, "!!") + "' does not fit this value or has no JSON type.",
                "Remove the tag."));
    }
}
