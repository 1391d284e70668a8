package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.stub.data.Problem;
import io.github.arazzojunit.stub.fact.Claim;
import io.github.arazzojunit.stub.fact.Facts;
import io.github.arazzojunit.stub.fact.KnownAnswer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an answer after which all requirements are met, that the description allows and that contradicts no fact:
 * makes one and tests it.
 */
final class AnswerSearch {

    private static final int MOST_CHOICES = 4;
    private static final int MOST_WAYS = 12;
    private static final int MOST_FREE = 20;

    private final UpcomingRequest request;
    private final Judge judge;
    private final Facts facts;
    private final DraftMaker drafts;

    AnswerSearch(UpcomingRequest request, Judge judge, Facts facts) {
        this.request = request;
        this.judge = judge;
        this.facts = facts;
        this.drafts = new DraftMaker(request, facts.seed(request));
    }

    /**
     * What came of a search.
     *
     * @param problems why nothing was found, as far as the description is the reason
     * @param conflict the fact without which there would be an answer
     */
    record Result(Optional<Draft> draft, List<Problem> problems, Optional<Conflict> conflict) {}

    /**
     * An answer that would do, if it were not for a fact.
     *
     * @param known the answer with all that is known, which does not do
     */
    record Conflict(Claim claim, Draft wanted, Draft known) {}

    Optional<Draft> find(List<StatusChoice> choices, List<Requirement> requirements) {
        return search(choices, requirements).draft();
    }

    Result search(List<StatusChoice> choices, List<Requirement> requirements) {
        Set<Problem> problems = new LinkedHashSet<>();
        Optional<Conflict> conflict = Optional.empty();
        for (StatusChoice choice : choices.subList(0, Math.min(choices.size(), MOST_CHOICES))) {
            if (conflict.isPresent() && !choice.isSuccess()) {
                // An error would only leave out what the fact is about.
                break;
            }
            List<ContentChoice> contents =
                    ContentChoice.of(choice.response(), request.request().request(), readsXml(requirements));
            List<Draft> plain = contents.isEmpty()
                    ? List.of(drafts.plain(choice, Optional.empty()))
                    : contents.stream()
                            .map(content -> drafts.plain(choice, Optional.of(content)))
                            .toList();
            for (Draft draft : plain) {
                Search search = new Search(draft, requirements, problems);
                Optional<Draft> found = search.find();
                if (found.isPresent()) {
                    return new Result(found, List.of(), Optional.empty());
                }
                conflict = conflict.or(() -> search.conflict);
            }
        }
        return new Result(Optional.empty(), List.copyOf(problems), conflict);
    }

    private static boolean readsXml(List<Requirement> requirements) {
        return requirements.stream().anyMatch(Requirement::readsXml);
    }

    /** The search among answers of one status and one representation. */
    private final class Search {

        private final Draft plain;
        private final List<Requirement> requirements;
        private final Set<Problem> problems;
        private Optional<Conflict> conflict = Optional.empty();

        Search(Draft plain, List<Requirement> requirements, Set<Problem> problems) {
            this.plain = plain;
            this.requirements = requirements;
            this.problems = problems;
        }

        Optional<Draft> find() {
            KnownAnswer known = known(0);
            Draft coherent =
                    known.claims().isEmpty() && known.body().equals(body(plain)) ? plain : plain.withBody(known.body());
            if (isGood(coherent, known.claims(), coherent)) {
                return Optional.of(coherent);
            }
            Optional<Draft> found = adjusted(coherent, known.claims(), coherent);
            if (found.isEmpty() && known.claims().stream().anyMatch(Search::isAboutList)) {
                KnownAnswer later = known(free(ways(coherent, requirements)));
                Draft rearranged = plain.withBody(later.body());
                found = isGood(rearranged, later.claims(), coherent)
                        ? Optional.of(rearranged)
                        : adjusted(rearranged, later.claims(), coherent);
            }
            if (found.isEmpty() && coherent != plain && isGood(plain, known.claims(), coherent)) {
                found = Optional.of(plain);
            }
            if (found.isEmpty()) {
                problems.addAll(plain.problems());
            }
            return found;
        }

        private Optional<Draft> adjusted(Draft base, List<Claim> claims, Draft known) {
            List<Requirement> unmet = requirements.stream()
                    .filter(requirement -> !requirement.isMet(base.after(), judge))
                    .toList();
            Set<List<Demand>> ways = new LinkedHashSet<>(ways(base, unmet));
            ways.addAll(ways(base, requirements));
            Optional<Draft> undeclared = Optional.empty();
            for (boolean nullable : List.of(false, true)) {
                for (List<Demand> way : ways) {
                    Draft adjusted = drafts.adjusted(base, way, nullable);
                    problems.addAll(adjusted.problems());
                    if (adjusted.problems().isEmpty() && isGood(adjusted, claims, known)) {
                        if (adjusted.isDeclared()) {
                            return Optional.of(adjusted);
                        }
                        undeclared = undeclared.or(() -> Optional.of(adjusted));
                    }
                }
            }
            // Something that nobody declares is no way around a fact.
            return conflict.isEmpty() ? undeclared : Optional.empty();
        }

        private static List<List<Demand>> ways(Draft base, List<Requirement> requirements) {
            Demands demands = Demands.NOTHING;
            for (Requirement requirement : requirements) {
                Demands asked = requirement.demands(base.after());
                demands = demands.and(requirement.readsXml() ? base.placed(asked) : asked);
            }
            return demands.ways().stream()
                    .limit(MOST_WAYS)
                    .filter(way -> !way.isEmpty())
                    .toList();
        }

        private KnownAnswer known(int free) {
            if (plain.body().isEmpty() || !plain.choice().isSuccess()) {
                return new KnownAnswer(body(plain), List.of());
            }
            return facts.applied(
                    request,
                    plain.content().flatMap(ContentChoice::description).flatMap(MediaTypeDescription::schema),
                    plain.body().get(),
                    free,
                    Polling.awaited(request),
                    body -> plain.withBody(body).violations().isEmpty());
        }

        /** A list is in no order, so that the items that are asked for may come before those that are known. */
        private static int free(List<List<Demand>> ways) {
            return 1
                    + ways.stream()
                            .flatMap(List::stream)
                            .flatMap(demand -> demand.place().stream())
                            .filter(token -> token.matches("\\d{1,3}"))
                            .mapToInt(Integer::parseInt)
                            .filter(index -> index < MOST_FREE)
                            .max()
                            .orElse(0);
        }

        private static boolean isAboutList(Claim claim) {
            return !(claim instanceof Claim.Member);
        }

        private boolean isGood(Draft draft, List<Claim> claims, Draft known) {
            if (draft.lacksBody()
                    || !requirements.stream().allMatch(requirement -> requirement.isMet(draft.after(), judge))) {
                return false;
            }
            problems.addAll(draft.violations());
            if (!draft.violations().isEmpty()) {
                return false;
            }
            Optional<Claim> broken =
                    claims.stream().filter(claim -> !claim.holds(body(draft))).findFirst();
            if (broken.isPresent() && conflict.isEmpty()) {
                conflict = Optional.of(new Conflict(broken.get(), draft, known));
            }
            return broken.isEmpty();
        }
    }

    private static JsonNode body(Draft draft) {
        return draft.body().orElse(MissingNode.getInstance());
    }
}
