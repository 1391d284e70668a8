package io.github.arazzojunit.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which requirement is answered by which case, or by what else. */
final class RequirementsTable {

    private static final String NOTHING_YET = "open";

    private final Map<String, Requirement> requirements;
    private final Map<String, Set<String>> cases;

    /**
     * A line of {@code requirements.csv}.
     *
     * @param versions {@code 1.0}, {@code 1.1} or {@code both}
     * @param level keyword of the specification; {@code decision} where its text is silent
     * @param role {@code V} validator, {@code R} runner, {@code VR} both
     * @param coveredBy empty, {@code unit:<TestClass>} or {@code not-applicable:<reason>}; {@code suite} needs not be
     *     written, because the cases name their requirements
     */
    record Requirement(String id, String versions, String level, String role, String coveredBy) {}

    private RequirementsTable(Map<String, Requirement> requirements, Map<String, Set<String>> cases) {
        this.requirements = requirements;
        this.cases = cases;
    }

    static RequirementsTable of(Path csv, List<ConformanceCase> all) throws IOException {
        Map<String, Requirement> requirements = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(csv);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 5);
            requirements.put(cells[0], new Requirement(cells[0], cells[1], cells[2], cells[3], cells[4]));
        }
        Map<String, Set<String>> cases = new LinkedHashMap<>();
        all.forEach(conformanceCase -> conformanceCase
                .requirements()
                .forEach(id -> cases.computeIfAbsent(id, key -> new TreeSet<>()).add(conformanceCase.id())));
        return new RequirementsTable(requirements, cases);
    }

    Iterable<Requirement> requirements() {
        return requirements.values();
    }

    /** Ids of what the specification demands and nothing covers. */
    List<String> uncoveredDemands() {
        return requirements.values().stream()
                .filter(requirement -> requirement.level().startsWith("MUST"))
                .filter(requirement -> coverage(requirement).equals(NOTHING_YET))
                .map(Requirement::id)
                .toList();
    }

    /** Simple names of the test classes that cover something. */
    Set<String> testClasses() {
        return requirements.values().stream()
                .flatMap(requirement -> Stream.of(requirement.coveredBy().split(" ")))
                .filter(coverage -> coverage.startsWith("unit:"))
                .map(coverage -> coverage.substring("unit:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ids that cases name and that no line of the list has. */
    Set<String> unknownIds() {
        Set<String> unknown = new LinkedHashSet<>(cases.keySet());
        unknown.removeAll(requirements.keySet());
        return unknown;
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# Requirements and the cases that answer them");
        lines.add("");
        lines.add("Generated from the `requirements` of the cases and from `requirements.csv`; do not edit.");
        lines.add("");
        lines.add(summary());
        lines.add("");
        lines.add("| Requirement | Versions | Level | Role | Covered by |");
        lines.add("|---|---|---|---|---|");
        requirements
                .values()
                .forEach(requirement -> lines.add("| %s | %s | %s | %s | %s |"
                        .formatted(
                                requirement.id(),
                                requirement.versions(),
                                requirement.level(),
                                requirement.role(),
                                coverage(requirement))));
        return String.join("\n", lines) + "\n";
    }

    private String summary() {
        long bySuite = requirements.keySet().stream().filter(cases::containsKey).count();
        long open = requirements.values().stream()
                .filter(requirement -> coverage(requirement).equals(NOTHING_YET))
                .count();
        long allCases = cases.values().stream().flatMap(Set::stream).distinct().count();
        return "%d cases answer %d of %d requirements; %d are covered by other means, %d are open."
                .formatted(allCases, bySuite, requirements.size(), requirements.size() - bySuite - open, open);
    }

    private String coverage(Requirement requirement) {
        List<String> coverage = new ArrayList<>();
        cases.getOrDefault(requirement.id(), Set.of()).stream()
                .map(id -> "[" + id + "](" + id + "/case.yaml)")
                .forEach(coverage::add);
        if (!requirement.coveredBy().isEmpty()) {
            coverage.add(requirement.coveredBy());
        }
        return coverage.isEmpty() ? NOTHING_YET : coverage.stream().collect(Collectors.joining(", "));
    }
}
