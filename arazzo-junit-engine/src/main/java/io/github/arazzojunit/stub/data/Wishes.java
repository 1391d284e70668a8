package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Wishes for a value and for the places inside of it. Immutable. */
public record Wishes(List<Placed> all) {

    /** Stands in a place for any one item of an array or member of an object. */
    public static final String ANY = "*";

    public static final Wishes NONE = new Wishes(List.of());

    /**
     * A wish for one place.
     *
     * @param place names and indexes on the way from the root; {@link #ANY} for one that may be chosen
     */
    public record Placed(List<String> place, Wish wish) {

        public Placed {
            place = List.copyOf(place);
        }
    }

    public Wishes {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those for the value itself. */
    List<Wish> here() {
        return all.stream()
                .filter(placed -> placed.place().isEmpty())
                .map(Placed::wish)
                .toList();
    }

    /** The names and indexes below which there are wishes. */
    Set<String> tokens() {
        return all.stream()
                .filter(placed -> !placed.place().isEmpty())
                .map(placed -> placed.place().get(0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those for the member or item with this name. */
    Wishes child(String token) {
        List<Placed> inside = new ArrayList<>();
        for (Placed placed : all) {
            if (!placed.place().isEmpty() && placed.place().get(0).equals(token)) {
                inside.add(new Placed(placed.place().subList(1, placed.place().size()), placed.wish()));
            }
        }
        return new Wishes(inside);
    }

    /** The same with a name in the place of {@link #ANY}. */
    Wishes choosing(String token) {
        return new Wishes(all.stream()
                .map(placed ->
                        placed.place().isEmpty() || !placed.place().get(0).equals(ANY)
                                ? placed
                                : new Placed(with(token, placed.place()), placed.wish()))
                .toList());
    }

    private static List<String> with(String first, List<String> place) {
        List<String> chosen = new ArrayList<>(place);
        chosen.set(0, first);
        return chosen;
    }

    /** Whether a value is all that is wished, inside as well. */
    boolean areMetBy(JsonNode value) {
        return all.stream().allMatch(placed -> isMet(placed.place(), placed.wish(), value));
    }

    private static boolean isMet(List<String> place, Wish wish, JsonNode value) {
        if (place.isEmpty()) {
            return wish.accepts().test(value);
        }
        List<String> rest = place.subList(1, place.size());
        String token = place.get(0);
        if (token.equals(ANY)) {
            for (JsonNode child : value) {
                if (isMet(rest, wish, child)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode child = value.isArray() && isIndex(token) ? value.path(Integer.parseInt(token)) : value.path(token);
        return isMet(rest, wish, child.isMissingNode() ? MissingNode.getInstance() : child);
    }

    static boolean isIndex(String token) {
        return token.matches("0|[1-9][0-9]{0,4}");
    }

    /** Values to try for the value itself. */
    List<JsonNode> candidates() {
        return here().stream().flatMap(wish -> wish.candidates().stream()).toList();
    }

    /** Whether the value itself can only be one of the candidates. */
    boolean isExact() {
        return here().stream().anyMatch(Wish::exact);
    }

    /** Whether the value itself can be left out. */
    boolean allowAbsence() {
        return areMetBy(MissingNode.getInstance());
    }

    OptionalInt size() {
        return here().stream()
                .map(Wish::size)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
    }

    /** What is wished for the places inside of the value, where there are none for the value. */
    String inside() {
        boolean places = all.stream().anyMatch(placed -> !placed.place().isEmpty());
        return all.stream()
                .filter(placed -> !places || !placed.place().isEmpty())
                .map(placed -> (placed.place().isEmpty() ? "a value" : "'" + String.join("/", placed.place()) + "'")
                        + " that " + placed.wish().text())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** What is wished for the value itself. */
    String text() {
        return here().stream().map(Wish::text).distinct().collect(Collectors.joining(" and "));
    }
}
