package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.runner.RunSettings.SuccessDefault;
import io.github.arazzojunit.runner.StepVisit;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays the provider: makes the answer that the description allows and the workflow goes on with, and says where there
 * is none. One for each run, as it remembers what was created. Not thread-safe.
 */
public final class StubMaker {

    private final Judge judge = new Judge();
    private final Memory memory = new Memory();
    private final Polling polling = new Polling(judge);

    /**
     * The answer to exactly this request.
     *
     * @throws TargetException when the documents contradict each other, with both positions
     */
    public MadeAnswer answer(UpcomingRequest request) throws TargetException {
        AnswerSearch search = new AnswerSearch(request, judge, memory);
        Optional<Draft> failing = polling.failing(request, search, this::choices);
        if (failing.isPresent()) {
            return new MadeAnswer(failing.get().response(), List.of());
        }
        List<Requirement> requirements = requirements(request.visit());
        List<StatusChoice> choices = choices(request, criteria(request.visit().step()));
        if (choices.isEmpty()) {
            throw new TargetException(undocumentedStatus(request));
        }
        requirements.addAll(uses(request.visit()));
        List<String> notes = new ArrayList<>();
        addLater(request, search, choices, requirements, notes);
        Optional<Draft> found = search.find(choices, requirements);
        if (found.isEmpty()) {
            requirements = dispensable(request, search, choices, requirements, notes);
            found = search.find(choices, requirements);
        }
        if (found.isEmpty()) {
            throw new TargetException(notFound(request, choices.get(0), requirements));
        }
        found = Optional.of(polling.leaving(request, search, choices, requirements, found.get()));
        memory.remember(request, found.get());
        notes.addAll(new AnswerNotes(request, search, found.get(), requirements).all());
        return new MadeAnswer(found.get().response(), notes);
    }

    /**
     * The answer with which the step fails so that it takes the branch of the run; empty where it is not on it.
     *
     * @throws TargetException when the description has no such answer, with both positions
     */
    public Optional<MadeAnswer> failing(UpcomingRequest request) throws TargetException {
        return new Failing(judge, request).answer(new AnswerSearch(request, judge, memory));
    }

    /** Adds what later steps ask, as far as this answer can have it: they may run or not, so nothing fails here. */
    private static void addLater(
            UpcomingRequest request,
            AnswerSearch search,
            List<StatusChoice> choices,
            List<Requirement> requirements,
            List<String> notes) {
        for (Requirement later : LaterCriteria.of(request.visit())) {
            List<Requirement> more = new ArrayList<>(requirements);
            more.add(later);
            if (search.find(choices, more).isPresent()) {
                requirements.add(later);
            } else {
                notes.add("the made response does not have what " + later.text() + " (" + later.position()
                        + ") of a later step needs");
            }
        }
    }

    /**
     * What is left without the outputs that can have no value but that nobody reads either: those are worth a warning.
     *
     * @throws TargetException when it is something else that cannot be
     */
    private static List<Requirement> dispensable(
            UpcomingRequest request,
            AnswerSearch search,
            List<StatusChoice> choices,
            List<Requirement> requirements,
            List<String> notes)
            throws TargetException {
        List<Requirement> left = new ArrayList<>();
        for (Requirement requirement : requirements) {
            if (search.find(choices, List.of(requirement)).isPresent()) {
                left.add(requirement);
                continue;
            }
            if (search.problems().isEmpty()) {
                // Nothing proves it impossible: a criterion has to hold all the same, an output may find nothing.
                if (requirement instanceof Requirement.Holds) {
                    left.add(requirement);
                } else {
                    notes.add("warning: no made response has a value for " + requirement.text() + " ("
                            + requirement.position() + ")");
                }
                continue;
            }
            String contradiction = Contradiction.requirement(
                    requirement, choices.get(0), request.operation().operation(), search.problems());
            if (!(requirement instanceof Requirement.Finds output)
                    || OutputUses.of(output.name(), request.visit()).read()) {
                throw new TargetException(contradiction);
            }
            notes.add("warning: " + contradiction);
        }
        return left;
    }

    private String notFound(UpcomingRequest request, StatusChoice choice, List<Requirement> requirements) {
        Scope after = afterStatus(request, choice.status());
        List<String> unmet = requirements.stream()
                .map(requirement -> requirement.text() + " (" + requirement.position() + ")"
                        + (requirement instanceof Requirement.Holds holds
                                ? judge.unusable(holds.criterion(), after)
                                        .map(why -> ", which fails: " + why)
                                        .orElse("")
                                : ""))
                .toList();
        return Contradiction.notFound(unmet, choice, request.operation().operation());
    }

    private static List<Requirement> requirements(StepVisit visit) {
        List<Requirement> requirements = new ArrayList<>();
        criteria(visit.step()).forEach(criterion -> requirements.add(new Requirement.Holds(criterion, false)));
        visit.step().outputs().forEach((name, output) -> requirements.add(new Requirement.Finds(name, output)));
        return requirements;
    }

    /** Those on which the response has an influence; the others hold or not, whatever it is. */
    private static List<Criterion> criteria(Step step) {
        return step.successCriteria().stream().filter(Judge::dependsOnResponse).toList();
    }

    /** Everything that the document reads of the outputs. */
    private static List<Requirement> uses(StepVisit visit) {
        List<Requirement> uses = new ArrayList<>();
        visit.step()
                .outputs()
                .forEach((name, output) -> OutputUses.of(name, visit)
                        .inside()
                        .forEach((place, use) -> uses.add(new Requirement.Contains(name, output, place, use))));
        return uses;
    }

    /** The documented statuses after which all the criteria can hold. */
    private List<StatusChoice> choices(UpcomingRequest request, List<Criterion> criteria) {
        boolean anyStatus = request.settings().successDefault() != SuccessDefault.SUCCESSFUL_STATUS
                || !request.visit().step().successCriteria().isEmpty();
        return StatusChoice.of(request.operation().operation(), criteria).stream()
                .filter(choice -> anyStatus || choice.isSuccess())
                .filter(choice -> {
                    Scope after = afterStatus(request, choice.status());
                    return criteria.stream().allMatch(criterion -> judge.canHold(criterion, after));
                })
                .toList();
    }

    private static Scope afterStatus(UpcomingRequest request, int status) {
        return request.after().apply(new HttpResponse(status, List.of(), Bytes.EMPTY));
    }

    private String undocumentedStatus(UpcomingRequest request) {
        Step step = request.visit().step();
        Operation operation = request.operation().operation();
        if (step.successCriteria().isEmpty()) {
            return Contradiction.status(
                    "Without successCriteria the step (" + step.position() + ") needs a status from 200 to 299",
                    operation);
        }
        List<StatusChoice> all = StatusChoice.of(operation, criteria(step));
        List<Criterion> unmet = criteria(step).stream()
                .filter(criterion -> all.stream()
                        .noneMatch(choice -> judge.canHold(criterion, afterStatus(request, choice.status()))))
                .toList();
        List<Criterion> blamed = unmet.isEmpty() ? criteria(step) : unmet;
        String conditions = blamed.stream()
                .map(criterion -> "'" + criterion.condition() + "' (" + criterion.position() + ")")
                .reduce((first, second) -> first + " and " + second)
                .orElseThrow();
        return Contradiction.status("The workflow expects " + conditions, operation);
    }
}
