package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node on the way through a document, with the way. */
record VisitedNode(Trail trail, JsonNode value) {

    static VisitedNode root(JsonNode value) {
        return new VisitedNode(new Trail.Root(), value);
    }

    VisitedNode member(String name, JsonNode member) {
        return new VisitedNode(new Trail.Member(trail, name), member);
    }

    VisitedNode element(int index) {
        return new VisitedNode(new Trail.Element(trail, index), value.get(index));
    }

    /** Members or elements in document order; none for a scalar. */
    List<VisitedNode> children() {
        List<VisitedNode> children = new ArrayList<>(value.size());
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                children.add(element(i));
            }
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                children.add(member(member.getKey(), member.getValue()));
            }
        }
        return children;
    }
}
