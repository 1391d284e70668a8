package io.github.arazzojunit.criterion.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * Ways to make a condition true: in each, all demands have to be met. No way at all says that it cannot be true; a way
 * without demands, that nothing has to be done or that nothing is known. Immutable.
 */
public record Demands(List<List<Demand>> ways) {

    private static final int MAX_WAYS = 32;

    /** Asks for nothing. */
    public static final Demands NOTHING = new Demands(List.of(List.of()));

    /** Cannot be met. */
    public static final Demands IMPOSSIBLE = new Demands(List.of());

    public Demands {
        ways = ways.stream().limit(MAX_WAYS).map(List::copyOf).toList();
    }

    public static Demands of(Demand demand) {
        return new Demands(List.of(List.of(demand)));
    }

    /** Both. */
    public Demands and(Demands other) {
        List<List<Demand>> all = new ArrayList<>();
        for (List<Demand> way : ways) {
            for (List<Demand> otherWay : other.ways) {
                List<Demand> both = new ArrayList<>(way);
                both.addAll(otherWay);
                all.add(both);
            }
        }
        return new Demands(all);
    }

    /** One of both. */
    public Demands or(Demands other) {
        List<List<Demand>> all = new ArrayList<>(ways);
        all.addAll(other.ways);
        return new Demands(all);
    }

    /** The same for a value that stands at a place of another. */
    public Demands under(List<String> place) {
        return new Demands(ways.stream()
                .map(way -> way.stream().map(demand -> demand.under(place)).toList())
                .toList());
    }

    public boolean areImpossible() {
        return ways.isEmpty();
    }
}
