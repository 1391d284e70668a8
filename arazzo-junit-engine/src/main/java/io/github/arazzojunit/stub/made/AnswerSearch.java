package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.stub.data.Problem;
import io.github.arazzojunit.stub.fact.Claim;
import io.github.arazzojunit.stub.fact.Facts;
import io.github.arazzojunit.stub.fact.KnownAnswer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<StartKey, Start> starts = new HashMap<>();

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
            List<Optional<ContentChoice>> bodies = contents.isEmpty()
                    ? List.of(Optional.empty())
                    : contents.stream().map(Optional::of).toList();
            for (Optional<ContentChoice> content : bodies) {
                Search search = new Search(start(choice, content), requirements, problems);
                Optional<Draft> found = search.find();
                if (found.isPresent()) {
                    return new Result(found, List.of(), Optional.empty());
                }
                conflict = conflict.or(() -> search.conflict);
            }
        }
        return new Result(Optional.empty(), List.copyOf(problems), conflict);
    }

    /** The answer as the description shows it, and with what is known: the same for all searches. */
    private Start start(StatusChoice choice, Optional<ContentChoice> content) {
        return starts.computeIfAbsent(new StartKey(choice.status(), content.map(ContentChoice::type)), key -> {
            Draft plain = drafts.plain(choice, content);
            KnownAnswer known = known(plain, 0);
            boolean same = known.claims().isEmpty() && known.body().equals(body(plain));
            return new Start(plain, same ? plain : plain.withBody(known.body()), known.claims());
        });
    }

    private record StartKey(int status, Optional<MediaType> type) {}

    private record Start(Draft plain, Draft coherent, List<Claim> claims) {}

    private KnownAnswer known(Draft plain, int free) {
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

    private static boolean readsXml(List<Requirement> requirements) {
        return requirements.stream().anyMatch(Requirement::readsXml);
    }

    /** The search among answers of one status and one representation. */
    private final class Search {

        private final Start start;
        private final List<Requirement> requirements;
        private final Set<Problem> problems;
        private Optional<Conflict> conflict = Optional.empty();

        Search(Start start, List<Requirement> requirements, Set<Problem> problems) {
            this.start = start;
            this.requirements = requirements;
            this.problems = problems;
        }

        Optional<Draft> find() {
            Draft plain = start.plain();
            Draft coherent = start.coherent();
            if (isGood(coherent, start.claims(), coherent)) {
                return Optional.of(coherent);
            }
            Optional<Draft> found = adjusted(coherent, start.claims(), coherent);
            if (found.isEmpty() && start.claims().stream().anyMatch(Search::isAboutList)) {
                KnownAnswer later = known(plain, free(ways(coherent, requirements)));
                Draft rearranged = plain.withBody(later.body());
                found = isGood(rearranged, later.claims(), coherent)
                        ? Optional.of(rearranged)
                        : adjusted(rearranged, later.claims(), coherent);
            }
            if (found.isEmpty() && coherent != plain && isGood(plain, start.claims(), coherent)) {
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
