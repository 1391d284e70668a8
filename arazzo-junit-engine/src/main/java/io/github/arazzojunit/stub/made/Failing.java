package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.runner.RunSettings.SuccessDefault;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lets a step fail so that the failure action is taken that its run is about. */
final class Failing {

    private final Judge judge;
    private final UpcomingRequest request;
    private final Step step;

    Failing(Judge judge, UpcomingRequest request) {
        this.judge = judge;
        this.request = request;
        this.step = request.visit().step();
    }

    /** Empty where the step is not on the branch, or has failed often enough to be on it. */
    Optional<MadeAnswer> answer(AnswerSearch search) throws TargetException {
        if (request.branch().isEmpty()) {
            return Optional.empty();
        }
        Action action = request.branch().get().action();
        for (List<Requirement> requirements : ways(action)) {
            Optional<Draft> draft = search.find(choices(requirements), requirements)
                    .filter(Draft::isDeclared)
                    .filter(found -> repetitionsBefore(action, found).isPresent());
            if (draft.isPresent()) {
                return request.attempt()
                                <= 1 + repetitionsBefore(action, draft.get()).get()
                        ? Optional.of(new MadeAnswer(draft.get().response(), List.of()))
                        : Optional.empty();
            }
        }
        throw new TargetException(
                Contradiction.branch(step, action, request.operation().operation()));
    }

    /** One thing has to go wrong, the action has to apply, and none before it that would end the step. */
    private List<List<Requirement>> ways(Action action) {
        List<Requirement> common = new ArrayList<>();
        action.criteria().forEach(criterion -> common.add(new Requirement.Holds(criterion, false)));
        for (Action earlier : actions()) {
            if (earlier == action) {
                break;
            }
            if (!(earlier instanceof Action.Retry) && !earlier.criteria().isEmpty()) {
                common.add(new Requirement.Holds(earlier.criteria().get(0), true));
            }
        }
        if (step.successCriteria().isEmpty()) {
            return List.of(common);
        }
        List<List<Requirement>> ways = new ArrayList<>();
        for (Criterion failed : step.successCriteria()) {
            List<Requirement> way = new ArrayList<>(common);
            way.add(new Requirement.Holds(failed, true));
            ways.add(way);
        }
        return ways;
    }

    /** Errors first: those are what failure actions are written for. */
    private List<StatusChoice> choices(List<Requirement> requirements) {
        List<Criterion> criteria = requirements.stream()
                .map(requirement -> ((Requirement.Holds) requirement).criterion())
                .toList();
        boolean anyStatus = !step.successCriteria().isEmpty()
                || request.settings().successDefault() != SuccessDefault.SUCCESSFUL_STATUS;
        return StatusChoice.of(request.operation().operation(), criteria).stream()
                .filter(choice -> anyStatus || !choice.isSuccess())
                .filter(choice -> {
                    Scope after = request.after().apply(new HttpResponse(choice.status(), List.of(), Bytes.EMPTY));
                    return requirements.stream().allMatch(requirement -> canBeMet(requirement, after));
                })
                .sorted(Comparator.comparing((StatusChoice choice) -> choice.status() < 400))
                .toList();
    }

    private boolean canBeMet(Requirement requirement, Scope afterStatus) {
        Requirement.Holds holds = (Requirement.Holds) requirement;
        return judge.readsResponse(holds.criterion()) || judge.holds(holds.criterion(), afterStatus) != holds.negated();
    }

    /** How often others repeat the step before it is this action's turn; empty when it never is. */
    private Optional<Integer> repetitionsBefore(Action action, Draft draft) {
        Scope after = draft.after();
        int repetitions = 0;
        for (Action candidate : actions()) {
            boolean applies = candidate.criteria().stream().allMatch(criterion -> judge.holds(criterion, after));
            if (candidate == action) {
                return applies ? Optional.of(repetitions) : Optional.empty();
            }
            if (applies && candidate instanceof Action.Retry retry) {
                repetitions += retry.retryLimit();
            } else if (applies) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<Action> actions() {
        return EffectiveLists.failureActions(request.visit().invocation().workflow(), step);
    }
}
