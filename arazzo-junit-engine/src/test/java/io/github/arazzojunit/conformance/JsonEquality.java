package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares JSON values as the README of the cases says: members in any order, numbers by value. */
final class JsonEquality {

    private final boolean furtherMembers;
    private final List<String> differences = new ArrayList<>();

    private JsonEquality(boolean furtherMembers) {
        this.furtherMembers = furtherMembers;
    }

    /** Where two values differ, one sentence each; none when they are equal. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        return compare(expected, actual, false);
    }

    /** As {@link #differences}, but objects may have members that are not expected. */
    static List<String> missing(JsonNode expected, JsonNode actual) {
        return compare(expected, actual, true);
    }

    private static List<String> compare(JsonNode expected, JsonNode actual, boolean furtherMembers) {
        JsonEquality equality = new JsonEquality(furtherMembers);
        equality.compare("", expected, actual);
        return equality.differences;
    }

    private void compare(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            members(pointer, expected, actual);
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i));
            }
        } else if (!scalarsEqual(expected, actual)) {
            differences.add("at '" + pointer + "' " + expected + " is expected, but there is " + actual);
        }
    }

    private void members(String pointer, JsonNode expected, JsonNode actual) {
        Set<String> names = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        if (!furtherMembers) {
            actual.fieldNames().forEachRemaining(names::add);
        }
        for (String name : names) {
            String place = pointer + "/" + name;
            if (!actual.has(name)) {
                differences.add("at '" + place + "' " + expected.get(name) + " is expected, but there is nothing");
            } else if (!expected.has(name)) {
                differences.add("at '" + place + "' nothing is expected, but there is " + actual.get(name));
            } else {
                compare(place, expected.get(name), actual.get(name));
            }
        }
    }

    private static boolean scalarsEqual(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }
}
