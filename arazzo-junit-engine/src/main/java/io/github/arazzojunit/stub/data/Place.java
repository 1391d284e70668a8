package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Where in the value something is made, and which try it is. Randomness depends on nothing else, so that a change in one
 * corner of a description leaves the data of all others as it was.
 *
 * @param pointer into the value
 * @param attempt 0 for the first try; others give other data
 * @param depth levels above
 * @param underWay the schemas that the value is being made for, from the root down: meeting one again is a recursion
 * @param wishes for the value that is made here
 * @param base a value to change as little as needed
 */
record Place(
        long seed,
        String pointer,
        int attempt,
        int depth,
        Set<String> underWay,
        Wishes wishes,
        Optional<JsonNode> base) {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    static Place root(long seed, String schemaPointer) {
        return new Place(mixed(seed, schemaPointer), "", 0, 0, Set.of(), Wishes.NONE, Optional.empty());
    }

    Place child(String name) {
        return new Place(
                seed,
                pointer + "/" + name,
                attempt,
                depth + 1,
                underWay,
                wishes.child(name),
                base.map(value ->
                        value.isArray() && Wishes.isIndex(name) ? value.get(Integer.parseInt(name)) : value.get(name)));
    }

    Place wishing(Wishes other) {
        return new Place(seed, pointer, attempt, depth, underWay, other, base);
    }

    Place from(Optional<JsonNode> other) {
        return new Place(seed, pointer, attempt, depth, underWay, wishes, other);
    }

    Place retry(int number) {
        return new Place(seed, pointer, number, depth, underWay, wishes, base);
    }

    Place inside(Set<String> schemas) {
        Set<String> all = new HashSet<>(underWay);
        all.addAll(schemas);
        return new Place(seed, pointer, attempt, depth, Set.copyOf(all), wishes, base);
    }

    /** For messages. */
    String member() {
        return pointer.isEmpty() ? "the value" : pointer;
    }

    Random random() {
        return new Random(mixed(seed + attempt, pointer));
    }

    private static long mixed(long seed, String text) {
        long mixed = seed;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * MIX;
            mixed ^= mixed >>> 32;
        }
        return mixed;
    }
}
