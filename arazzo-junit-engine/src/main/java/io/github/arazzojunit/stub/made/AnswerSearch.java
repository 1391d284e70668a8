package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.contract.ContractViolation;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for an answer after which all requirements are met and that the description allows: makes one and tests it. */
final class AnswerSearch {

    private static final int MOST_CHOICES = 4;
    private static final int MOST_WAYS = 12;

    private final UpcomingRequest request;
    private final Judge judge;
    private final Memory memory;
    private final DraftMaker drafts;
    private final Set<String> problems = new LinkedHashSet<>();

    AnswerSearch(UpcomingRequest request, Judge judge, Memory memory) {
        this.request = request;
        this.judge = judge;
        this.memory = memory;
        this.drafts = new DraftMaker(request.operation(), memory.seed(request));
    }

    /** Why nothing was found, as far as the description is the reason. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    Optional<Draft> find(List<StatusChoice> choices, List<Requirement> requirements) {
        problems.clear();
        for (StatusChoice choice : choices.subList(0, Math.min(choices.size(), MOST_CHOICES))) {
            List<ContentChoice> contents =
                    ContentChoice.of(choice.response(), request.request().request(), readsXml(requirements));
            if (contents.isEmpty()) {
                Optional<Draft> found = find(drafts.plain(choice, Optional.empty()), requirements);
                if (found.isPresent()) {
                    return found;
                }
            }
            for (ContentChoice content : contents) {
                Optional<Draft> found = find(drafts.plain(choice, Optional.of(content)), requirements);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean readsXml(List<Requirement> requirements) {
        return requirements.stream().anyMatch(Requirement::readsXml);
    }

    private Optional<Draft> find(Draft plain, List<Requirement> requirements) {
        Draft coherent = memory.applied(plain, request, this::isAllowed);
        if (isGood(coherent, requirements)) {
            return Optional.of(coherent);
        }
        if (coherent != plain && isGood(plain, requirements)) {
            return Optional.of(plain);
        }
        Demands demands = Demands.NOTHING;
        Scope after = after(coherent);
        for (Requirement requirement : requirements) {
            demands = demands.and(requirement.demands(after));
        }
        for (boolean nullable : List.of(false, true)) {
            for (List<Demand> way : demands.ways().stream().limit(MOST_WAYS).toList()) {
                if (way.isEmpty()) {
                    continue;
                }
                Draft adjusted = drafts.adjusted(coherent, way, nullable);
                problems.addAll(adjusted.problems());
                if (adjusted.problems().isEmpty() && isGood(adjusted, requirements)) {
                    return Optional.of(adjusted);
                }
            }
        }
        problems.addAll(plain.problems());
        return Optional.empty();
    }

    private boolean isGood(Draft draft, List<Requirement> requirements) {
        Scope after = after(draft);
        if (!requirements.stream().allMatch(requirement -> requirement.isMet(after, judge))) {
            return false;
        }
        List<ContractViolation> violations = violations(draft);
        violations.stream().map(ContractViolation::toString).forEach(problems::add);
        return violations.isEmpty();
    }

    private Scope after(Draft draft) {
        return request.after().apply(draft.response());
    }

    private boolean isAllowed(Draft draft) {
        return violations(draft).isEmpty();
    }

    private List<ContractViolation> violations(Draft draft) {
        return request
                .operation()
                .contract()
                .response(request.operation().operation(), request.request().request(), draft.response())
                .stream()
                .filter(violation -> !violation.isWarning())
                .toList();
    }

    /** What the requirements ask of a response that is as the description shows it. */
    List<Requirement> asking(Draft draft, List<String> place, List<Requirement> requirements) {
        Scope after = after(draft);
        List<Requirement> asking = new ArrayList<>();
        for (Requirement requirement : requirements) {
            boolean asks = requirement.demands(after).ways().stream()
                    .flatMap(List::stream)
                    .anyMatch(demand -> isPrefix(place, demand.place()));
            if (asks) {
                asking.add(requirement);
            }
        }
        return asking;
    }

    private static boolean isPrefix(List<String> prefix, List<String> place) {
        if (place.size() < prefix.size()) {
            return false;
        }
        for (int i = 0; i < prefix.size(); i++) {
            if (!place.get(i).equals(prefix.get(i)) && !place.get(i).equals(Demand.ANY)) {
                return false;
            }
        }
        return true;
    }
}
