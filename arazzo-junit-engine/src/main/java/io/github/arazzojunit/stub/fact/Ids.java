package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes ids of one that is shown. */
final class Ids {

    private static final Pattern UUID_END = Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-)([0-9a-fA-F]{12})");

    private Ids() {}

    /** @param count of the first is 1 */
    static JsonNode counted(JsonNode id, long count) {
        if (id.isIntegralNumber()) {
            return JsonNodeFactory.instance.numberNode(id.bigIntegerValue().add(BigInteger.valueOf(count - 1)));
        }
        Matcher uuid = UUID_END.matcher(id.asText());
        return TextNode.valueOf(
                uuid.matches()
                        ? uuid.group(1) + String.format("%012x", Long.parseLong(uuid.group(2), 16) ^ (count - 1))
                        : id.asText() + "-" + count);
    }
}
