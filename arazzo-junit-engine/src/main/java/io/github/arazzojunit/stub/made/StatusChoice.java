package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ResponseDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A status that an operation can answer with.
 *
 * @param response what the description says about it; empty only for an operation that documents no response at all
 */
record StatusChoice(int status, Optional<ResponseDescription> response) {

    private static final Pattern STATUS = Pattern.compile("(?<![\\w.])[1-5]\\d\\d(?![\\w.])");
    private static final List<Integer> USUAL = List.of(200, 201, 202, 204, 301, 400, 401, 403, 404, 409, 422, 500, 503);

    /** Everything documented, success first, then the explicit before the range before {@code default}. */
    static List<StatusChoice> of(Operation operation, List<Criterion> criteria) {
        Set<Integer> statuses = new LinkedHashSet<>();
        operation.responses().stream()
                .map(ResponseDescription::statusPattern)
                .filter(pattern -> pattern.matches("[1-5]\\d\\d"))
                .forEach(pattern -> statuses.add(Integer.parseInt(pattern)));
        statuses.addAll(mentioned(criteria));
        statuses.addAll(USUAL);
        if (operation.responses().isEmpty()) {
            return statuses.stream()
                    .map(status -> new StatusChoice(status, Optional.empty()))
                    .toList();
        }
        List<StatusChoice> choices = new ArrayList<>();
        for (int status : statuses) {
            operation
                    .responseFor(status)
                    .ifPresent(response -> choices.add(new StatusChoice(status, Optional.of(response))));
        }
        // The sort is stable: what is equally good stays in the order of the description.
        choices.sort(Comparator.comparing((StatusChoice choice) -> !choice.isSuccess())
                .thenComparing(StatusChoice::vagueness));
        return choices;
    }

    private static Set<Integer> mentioned(List<Criterion> criteria) {
        Set<Integer> statuses = new LinkedHashSet<>();
        for (Criterion criterion : criteria) {
            Matcher matcher = STATUS.matcher(criterion.condition());
            while (matcher.find()) {
                statuses.add(Integer.parseInt(matcher.group()));
            }
        }
        return statuses;
    }

    boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    boolean isDefault() {
        return response.filter(found -> found.statusPattern().equals(ResponseDescription.DEFAULT))
                .isPresent();
    }

    private int vagueness() {
        if (isDefault()) {
            return 2;
        }
        return Stream.ofNullable(response.orElse(null))
                .mapToInt(found -> found.statusPattern().endsWith("X") ? 1 : 0)
                .sum();
    }
}
