package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.runner.RequestTarget.Remarks;
import io.github.arazzojunit.runner.RunSettings.ContractVerdict;
import io.github.arazzojunit.runner.RunSettings.SuccessDefault;
import io.github.arazzojunit.runner.StepVisit;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.stub.data.Problem;
import io.github.arazzojunit.stub.fact.Facts;
import io.github.arazzojunit.stub.fact.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plays the provider: makes the answer that the facts of the run and the description allow and with which the workflow
 * goes on, and says where there is none. One for each run, as it remembers what happened. Not thread-safe.
 */
public final class StubMaker {

    private final Judge judge = new Judge();
    private final Facts facts = new Facts();
    private final Polling polling = new Polling(judge);
    private final DocumentReads documents;
    private Optional<Draft> latest = Optional.empty();

    /** @param documents shared by all runs of the same documents */
    public StubMaker(DocumentReads documents) {
        this.documents = documents;
    }

    /** Another workflow begins on the state that those before it have left. */
    public void beginRun() {
        facts.beginRun();
    }

    /**
     * The answer to exactly this request.
     *
     * @throws TargetException when the workflow contradicts itself or the description, with both positions
     */
    public MadeAnswer answer(UpcomingRequest request) throws TargetException {
        AnswerSearch search = new AnswerSearch(request, judge, facts);
        Optional<Draft> failing = polling.failing(request, search, this::choices);
        if (failing.isPresent()) {
            return made(failing.get(), List.of());
        }
        List<StatusChoice> choices = possibleChoices(request);
        List<Requirement> requirements = requirements(request.visit());
        List<String> notes = new ArrayList<>();
        AnswerSearch.Result result = withLater(request, search, choices, requirements, notes);
        if (result.draft().isEmpty()) {
            requireGenerable(request, search, choices);
            requirements = dispensable(request, search, choices, requirements, notes);
            result = search.search(choices, requirements);
        }
        if (result.draft().isEmpty()) {
            throw new TargetException(notFound(request, choices.get(0), requirements, result));
        }
        Draft found = polling.leaving(
                request, search, choices, requirements, result.draft().get());
        notes.addAll(new AnswerNotes(request, facts, found).all());
        UndeclaredReads undeclared = new UndeclaredReads(
                request, found.choice().response(), found.content().flatMap(ContentChoice::description), found.after());
        notes.addAll(judged(undeclared, request, ContractVerdict.FAIL));
        return made(found, notes);
    }

    /**
     * What the workflow reads although the description does not declare it.
     *
     * @param otherwise what that means where nobody has decided it
     * @return warnings
     * @throws TargetException where it fails the step
     */
    private List<String> judged(UndeclaredReads undeclared, UpcomingRequest request, ContractVerdict otherwise)
            throws TargetException {
        ContractVerdict verdict = request.settings().undeclaredReads().orElse(otherwise);
        List<String> warnings = new ArrayList<>();
        if (verdict == ContractVerdict.OFF) {
            return warnings;
        }
        for (Requirement read : everythingRead(request.visit())) {
            List<String> found = undeclared.of(read);
            if (!found.isEmpty() && verdict == ContractVerdict.FAIL && !isUnreadOutput(read, request.visit())) {
                throw new TargetException(String.join(" ", found) + " Correct the name or declare it;"
                        + " arazzo.contract.undeclared=warn makes this a warning.");
            }
            found.forEach(text -> warnings.add("warning: " + text));
        }
        return warnings;
    }

    private List<Requirement> everythingRead(StepVisit visit) {
        List<Requirement> read = requirements(visit);
        Workflow workflow = visit.invocation().workflow();
        Stream.of(
                        EffectiveLists.successActions(workflow, visit.step()),
                        EffectiveLists.failureActions(workflow, visit.step()))
                .flatMap(List::stream)
                .flatMap(action -> action.criteria().stream())
                .filter(Judge::dependsOnResponse)
                .forEach(criterion -> read.add(new Requirement.Holds(criterion, false)));
        return read;
    }

    private boolean isUnreadOutput(Requirement requirement, StepVisit visit) {
        return requirement instanceof Requirement.Finds output
                && !documents.of(output.name(), visit).read();
    }

    private MadeAnswer made(Draft draft, List<String> notes) {
        latest = Optional.of(draft);
        return new MadeAnswer(draft.response(), notes);
    }

    /**
     * The answer with which the step fails so that it takes the branch of the run; empty where it is not on it.
     *
     * @throws TargetException when the description has no such answer, with both positions
     */
    public Optional<MadeAnswer> failing(UpcomingRequest request) throws TargetException {
        latest = Optional.empty();
        return new Failing(judge, request).answer(new AnswerSearch(request, judge, facts));
    }

    /** Takes note of what a request was answered, by a made answer or by a mapping of the user. */
    public Remarks answered(UpcomingRequest request, HttpResponse response) {
        Scope after = request.after().apply(response);
        boolean passes = isWanted(response.status(), request)
                && request.visit().step().successCriteria().stream()
                        .allMatch(criterion -> judge.holds(criterion, after));
        if (!passes && request.operation().operation().method().equals("GET")) {
            // An answer that the step is to fail with or to poll on is none that holds on.
            return undeclared(request, response);
        }
        Optional<MediaTypeDescription> content =
                ContentChoice.describing(request.operation().operation(), response);
        Optional<Draft> made = madeAs(response);
        facts.remember(
                request,
                response.status(),
                content.flatMap(MediaTypeDescription::schema),
                made.flatMap(Draft::body).or(response::bodyAsJson),
                passes ? reads(request.visit(), after) : List.of());
        return undeclared(request, response);
    }

    private Optional<Draft> madeAs(HttpResponse response) {
        return latest.filter(draft -> draft.response().status() == response.status()
                && draft.response().body().equals(response.body()));
    }

    /** What the workflow reads of a response that was not made here, although the description does not declare it. */
    public Remarks undeclared(UpcomingRequest request, HttpResponse response) {
        if (madeAs(response).isPresent()) {
            return Remarks.NONE;
        }
        Operation operation = request.operation().operation();
        UndeclaredReads undeclared = new UndeclaredReads(
                request,
                operation.responseFor(response.status()),
                ContentChoice.describing(operation, response),
                request.after().apply(response));
        try {
            return new Remarks(List.of(), judged(undeclared, request, ContractVerdict.WARN));
        } catch (TargetException e) {
            return new Remarks(List.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    /** What the step and everything after it sees of an answer. */
    private List<Read> reads(StepVisit visit, Scope after) {
        List<Requirement> seen = new ArrayList<>();
        for (Requirement requirement : requirements(visit)) {
            boolean whole = requirement instanceof Requirement.Finds output
                    && !judge.findsScalar(output.output().value(), after);
            if (!whole && !isUnreadOutput(requirement, visit)) {
                seen.add(requirement);
            }
        }
        return seen.stream()
                .flatMap(requirement ->
                        requirement.bodyPlaces(after).stream().map(place -> new Read(place, requirement.position())))
                .toList();
    }

    /** With what later steps ask, as far as this answer can have it: they may run or not, so nothing fails here. */
    private AnswerSearch.Result withLater(
            UpcomingRequest request,
            AnswerSearch search,
            List<StatusChoice> choices,
            List<Requirement> requirements,
            List<String> notes) {
        List<Requirement> later = LaterCriteria.of(request.visit(), documents);
        List<Requirement> all = new ArrayList<>(requirements);
        all.addAll(later);
        AnswerSearch.Result result = search.search(choices, all);
        if (later.isEmpty() || result.draft().isPresent()) {
            return result;
        }
        List<Requirement> met = new ArrayList<>(requirements);
        result = search.search(choices, met);
        for (Requirement one : later) {
            met.add(one);
            AnswerSearch.Result more = search.search(choices, met);
            if (more.draft().isPresent()) {
                result = more;
            } else {
                met.remove(met.size() - 1);
                notes.add("the made response does not have what " + one.text() + " (" + one.position()
                        + ") of a later step needs");
            }
        }
        return result;
    }

    /**
     * What is left without the outputs that can have no value but that nobody reads either: those are worth a warning.
     *
     * @throws TargetException when it is something else that cannot be
     */
    private List<Requirement> dispensable(
            UpcomingRequest request,
            AnswerSearch search,
            List<StatusChoice> choices,
            List<Requirement> requirements,
            List<String> notes)
            throws TargetException {
        List<Requirement> left = new ArrayList<>();
        for (Requirement requirement : requirements) {
            AnswerSearch.Result alone = search.search(choices, List.of(requirement));
            if (alone.draft().isPresent()) {
                left.add(requirement);
                continue;
            }
            if (alone.conflict().isEmpty() && alone.problems().isEmpty()) {
                // Nothing proves it impossible: a criterion has to hold all the same, an output may find nothing.
                if (requirement instanceof Requirement.Holds) {
                    left.add(requirement);
                } else {
                    notes.add("warning: no made response has a value for " + requirement.text() + " ("
                            + requirement.position() + ")");
                }
                continue;
            }
            String contradiction = alone.conflict()
                    .map(conflict -> Contradiction.fact(requirement, conflict))
                    .orElseGet(() -> unsatisfied(
                            requirement, choices.get(0), request.operation().operation(), alone.problems()));
            if (!isUnreadOutput(requirement, request.visit())) {
                throw new TargetException(contradiction);
            }
            notes.add("warning: " + contradiction);
        }
        return left;
    }

    private static String unsatisfied(
            Requirement requirement, StatusChoice choice, Operation operation, List<Problem> problems) {
        return problems.stream().anyMatch(Problem::ofGenerator)
                ? Contradiction.notGenerable(requirement, choice, operation, problems)
                : Contradiction.requirement(requirement, choice, operation, problems);
    }

    private String notFound(
            UpcomingRequest request, StatusChoice choice, List<Requirement> requirements, AnswerSearch.Result result) {
        if (result.conflict().isPresent()) {
            AnswerSearch.Conflict conflict = result.conflict().get();
            Requirement unmet = requirements.stream()
                    .filter(requirement -> !requirement.isMet(conflict.known().after(), judge))
                    .findFirst()
                    .orElseGet(() -> requirements.get(0));
            return Contradiction.fact(unmet, conflict);
        }
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

    /** Criteria, outputs, and everything that the document reads of the outputs. */
    private List<Requirement> requirements(StepVisit visit) {
        List<Requirement> requirements = new ArrayList<>();
        criteria(visit.step()).forEach(criterion -> requirements.add(new Requirement.Holds(criterion, false)));
        visit.step().outputs().forEach((name, output) -> requirements.add(new Requirement.Finds(name, output)));
        visit.step()
                .outputs()
                .forEach((name, output) -> documents
                        .of(name, visit)
                        .inside()
                        .forEach((place, use) -> requirements.add(new Requirement.Contains(name, output, place, use))));
        return requirements;
    }

    /** Those on which the response has an influence; the others hold or not, whatever it is. */
    private static List<Criterion> criteria(Step step) {
        return step.successCriteria().stream().filter(Judge::dependsOnResponse).toList();
    }

    /** The documented statuses after which all the criteria can hold and that contradict no fact. */
    private List<StatusChoice> choices(UpcomingRequest request, List<Criterion> criteria) {
        boolean gone = facts.isGone(request);
        return documented(request, criteria).stream()
                .filter(choice -> facts.against(request, choice.status()).isEmpty())
                .sorted(Comparator.comparing(
                        (StatusChoice choice) -> gone && choice.status() != 404 && choice.status() != 410))
                .toList();
    }

    private List<StatusChoice> documented(UpcomingRequest request, List<Criterion> criteria) {
        return StatusChoice.of(request.operation().operation(), criteria).stream()
                .filter(choice -> isWanted(choice.status(), request))
                .filter(choice -> {
                    Scope after = afterStatus(request, choice.status());
                    return criteria.stream().allMatch(criterion -> judge.canHold(criterion, after));
                })
                .toList();
    }

    /** Whether a step without criteria is successful with the status; the others decide by their criteria. */
    private static boolean isWanted(int status, UpcomingRequest request) {
        return request.settings().successDefault() != SuccessDefault.SUCCESSFUL_STATUS
                || !request.visit().step().successCriteria().isEmpty()
                || status >= 200 && status <= 299;
    }

    private static Scope afterStatus(UpcomingRequest request, int status) {
        return request.after().apply(new HttpResponse(status, List.of(), Bytes.EMPTY));
    }

    /** @throws TargetException when there is none */
    private List<StatusChoice> possibleChoices(UpcomingRequest request) throws TargetException {
        Step step = request.visit().step();
        Operation operation = request.operation().operation();
        List<Criterion> criteria = criteria(step);
        List<StatusChoice> choices = choices(request, criteria);
        if (!choices.isEmpty()) {
            return choices;
        }
        List<StatusChoice> documented = documented(request, criteria);
        if (!documented.isEmpty()) {
            List<StatusChoice> open = StatusChoice.of(operation, criteria).stream()
                    .filter(choice -> facts.against(request, choice.status()).isEmpty())
                    .toList();
            throw new TargetException(Contradiction.existence(
                    expected(request, open),
                    facts.against(request, documented.get(0).status()).orElseThrow(),
                    operation));
        }
        throw new TargetException(
                Contradiction.status(expected(request, StatusChoice.of(operation, criteria)), operation));
    }

    /** @throws TargetException where no answer can be made, whatever the workflow asks of it */
    private static void requireGenerable(UpcomingRequest request, AnswerSearch search, List<StatusChoice> choices)
            throws TargetException {
        AnswerSearch.Result any = search.search(choices, List.of());
        if (any.draft().isPresent()
                || any.conflict().isPresent()
                || any.problems().isEmpty()) {
            return;
        }
        Operation operation = request.operation().operation();
        throw new TargetException(
                any.problems().stream().anyMatch(Problem::ofGenerator)
                        ? Contradiction.notGenerable(choices.get(0), operation, any.problems())
                        : Contradiction.impossible(choices.get(0), operation, any.problems()));
    }

    /** What none of the statuses satisfies. */
    private String expected(UpcomingRequest request, List<StatusChoice> statuses) {
        Step step = request.visit().step();
        if (step.successCriteria().isEmpty()) {
            return "Without successCriteria the step (" + step.position() + ") needs a status from 200 to 299";
        }
        List<Criterion> unmet = criteria(step).stream()
                .filter(criterion -> statuses.stream()
                        .noneMatch(choice -> judge.canHold(criterion, afterStatus(request, choice.status()))))
                .toList();
        List<Criterion> blamed = unmet.isEmpty() ? criteria(step) : unmet;
        return "The workflow expects "
                + blamed.stream()
                        .map(criterion -> "'" + criterion.condition() + "' (" + criterion.position() + ")")
                        .reduce((first, second) -> first + " and " + second)
                        .orElseThrow();
    }
}
