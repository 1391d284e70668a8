package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.arazzojunit.criterion.limit.TimeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** JSONPath of the draft by Goessner and others (CRT-56), evaluated by Jayway JsonPath over the parsed value. */
final class GoessnerPath {

    private static final Pattern STRING =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("\\.\\s*([A-Za-z]+)\\s*\\(");

    private final String text;
    private final JsonPath path;
    private final List<ConditionProblem> remarks;

    private GoessnerPath(String text, JsonPath path, List<ConditionProblem> remarks) {
        this.text = text;
        this.path = path;
        this.remarks = remarks;
    }

    static GoessnerPath compile(String text) throws UnusableConditionException {
        var function = FUNCTION.matcher(STRING.matcher(text).replaceAll("''"));
        if (function.find()) {
            throw new UnusableConditionException("'" + text + "': the function " + function.group(1)
                    + "() does not exist in draft-goessner-dispatch-jsonpath-00");
        }
        if (!text.startsWith("$")) {
            throw new UnusableConditionException("'" + text + "' is no JSONPath query: it does not begin with '$'");
        }
        String conforming = GoessnerFilters.withParentheses(text);
        try {
            JsonPath path = JsonPath.compile(conforming);
            return new GoessnerPath(
                    text, path, conforming.equals(text) ? List.of() : List.of(withoutParentheses(text, conforming)));
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnusableConditionException("'" + text + "' is no JSONPath query of the draft: " + e.getMessage());
        }
    }

    private static ConditionProblem withoutParentheses(String text, String conforming) {
        return ConditionProblem.warning(
                "filter-without-parentheses",
                "'" + text + "' is read as " + conforming
                        + ": the filters of draft-goessner-dispatch-jsonpath-00 have parentheses.",
                "Write " + conforming + ", or name the version rfc9535.");
    }

    /** What is unusual about the query. */
    List<ConditionProblem> remarks() {
        return remarks;
    }

    List<JsonNode> select(JsonNode root, Duration timeLimit) throws UnusableConditionException {
        List<JsonNode> nodes = new ArrayList<>();
        evaluate(timeLimit, configuration -> path.<JsonNode>read(root, configuration))
                .ifPresent(found -> found.forEach(nodes::add));
        return nodes;
    }

    /** The root with a copy of the value in every place that the query selects, of which there has to be one. */
    JsonNode replace(JsonNode root, JsonNode value, Duration timeLimit) throws UnusableConditionException {
        if (text.equals("$")) {
            return value;
        }
        if (select(root, timeLimit).isEmpty()) {
            throw new UnusableConditionException("'" + text + "' selects nothing");
        }
        return evaluate(
                        timeLimit,
                        configuration -> path.<JsonNode>map(root, (current, same) -> value.deepCopy(), configuration))
                .orElse(root);
    }

    private Optional<JsonNode> evaluate(Duration timeLimit, Function<Configuration, JsonNode> evaluation)
            throws UnusableConditionException {
        Configuration configuration = Configuration.builder()
                .jsonProvider(new JacksonJsonNodeJsonProvider())
                .mappingProvider(new JacksonMappingProvider())
                .options(Option.ALWAYS_RETURN_LIST)
                .build();
        try {
            return Optional.of(TimeLimit.call(timeLimit, () -> evaluation.apply(configuration)));
        } catch (TimeoutException e) {
            throw new UnusableConditionException(
                    "'" + text + "' was not decided within " + timeLimit.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PathNotFoundException) {
                return Optional.empty();
            }
            throw new UnusableConditionException(
                    "'" + text + "' cannot be evaluated: " + e.getCause().getMessage());
        }
    }
}
