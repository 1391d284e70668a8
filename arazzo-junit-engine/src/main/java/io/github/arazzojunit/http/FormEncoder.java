package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.ParameterSerializer.Pair;
import io.github.arazzojunit.openapi.EncodingDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.ParameterStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes {@code application/x-www-form-urlencoded} of an object (BOD-10). */
public record FormEncoder(Optional<MediaTypeDescription> description) {

    /** @param object members that are null are left out */
    public String encode(JsonNode object) {
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!member.getValue().isNull()) {
                Optional<EncodingDescription> encoding = description
                        .map(MediaTypeDescription::encoding)
                        .flatMap(encodings -> Optional.ofNullable(encodings.get(member.getKey())));
                pairs.addAll(pairs(member.getKey(), member.getValue(), encoding));
            }
        }
        return pairs.stream().map(Pair::toString).collect(Collectors.joining("&"));
    }

    private static List<Pair> pairs(String name, JsonNode value, Optional<EncodingDescription> encoding) {
        boolean styled = encoding.filter(
                        found -> found.style().isPresent() || found.explode().isPresent() || found.allowReserved())
                .isPresent();
        if (styled) {
            ParameterStyle style = encoding.get().style().orElse(ParameterStyle.FORM);
            boolean explode = encoding.get().explode().orElse(style.explodesByDefault());
            PercentEncoder encoder =
                    encoding.get().allowReserved() ? PercentEncoder.RESERVED_VALUE : PercentEncoder.FORM;
            return new ParameterSerializer(style, explode, encoder).pairs(name, value);
        }
        if (value.isArray()) {
            List<Pair> pairs = new ArrayList<>();
            value.forEach(item -> {
                if (!item.isNull()) {
                    pairs.add(pair(name, item));
                }
            });
            return pairs;
        }
        return List.of(pair(name, value));
    }

    /** An object in a form is JSON text unless its encoding has a style. */
    private static Pair pair(String name, JsonNode value) {
        return new Pair(PercentEncoder.FORM.apply(name), PercentEncoder.FORM.apply(ParameterSerializer.plain(value)));
    }
}
