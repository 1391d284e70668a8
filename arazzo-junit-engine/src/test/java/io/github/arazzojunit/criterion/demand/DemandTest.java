package io.github.arazzojunit.criterion.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.arazzojunit.criterion.demand.Demand.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemandTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | EQUAL | 1.0 | true",
                "1 | EQUAL | 2 | false",
                "1 | EQUAL | \"1\" | false",
                "\"1\" | EQUAL | 1 | false",
                "\"a\" | EQUAL | \"a\" | true",
                "[1] | EQUAL | [1] | true",
                "1 | NOT_EQUAL | 1.0 | false",
                "1 | NOT_EQUAL | 2 | true",
                "1 | LESS | 2 | true",
                "2 | LESS | 2 | false",
                "2 | LESS_OR_EQUAL | 2 | true",
                "3 | LESS_OR_EQUAL | 2 | false",
                "3 | GREATER | 2 | true",
                "2 | GREATER | 2 | false",
                "2 | GREATER_OR_EQUAL | 2 | true",
                "1 | GREATER_OR_EQUAL | 2 | false",
                "\"10\" | GREATER | 9 | true",
                "\"9.5\" | LESS | \"10\" | true",
                "\"b\" | GREATER | \"a\" | true",
                "\"b\" | GREATER | 1 | false",
                "\"b\" | LESS | 1 | false",
                "1 | LESS | \"b\" | false",
                "1 | GREATER_OR_EQUAL | \"b\" | false",
                "true | GREATER_OR_EQUAL | 1 | false",
                "1 | LESS_OR_EQUAL | true | false",
                "null | EXISTS | null | true",
                "absent | EXISTS | null | false",
                "absent | ABSENT | null | true",
                "0 | ABSENT | null | false",
                "1 | TRUE | null | true",
                "0 | TRUE | null | false",
                "0.0 | TRUE | null | false",
                "\"\" | TRUE | null | false",
                "\"0\" | TRUE | null | true",
                "true | TRUE | null | true",
                "false | TRUE | null | false",
                "null | TRUE | null | false",
                "absent | TRUE | null | false",
                "[] | TRUE | null | true",
                "false | FALSE | null | true",
                "1 | FALSE | null | false",
                "\"abc\" | MATCHES | \"b\" | true",
                "\"abc\" | MATCHES | \"^b\" | false",
                "12 | MATCHES | \"^\\\\d+$\" | true",
                "[\"b\"] | MATCHES | \"b\" | false",
                "absent | MATCHES | \"\" | false",
                "\"abc\" | MATCHES | \"(\" | true",
                "\"abc\" | MISMATCHES | \"b\" | false",
                "\"abc\" | MISMATCHES | \"^b\" | true",
            })
    void a_demand_says_whether_a_value_will_do(String value, Relation relation, String operand, boolean expected)
            throws JsonProcessingException {
        Demand demand = demand(Measure.VALUE, relation, operand);

        assertThat(demand.test(json(value))).isEqualTo(expected);
        if (relation.mirrored() != relation) {
            assertThat(demand(Measure.VALUE, relation.mirrored(), value).test(json(operand)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_opposite_of_the_opposite_is_the_demand_itself(Relation relation) throws JsonProcessingException {
        Demand demand = demand(Measure.VALUE, relation, "2");

        assertThat(demand.negated()).isNotEqualTo(demand);
        assertThat(demand.negated().negated()).isEqualTo(demand);
        for (String value : List.of("1", "2", "3")) {
            assertThat(demand.negated().test(json(value))).isNotEqualTo(demand.test(json(value)));
        }
    }

    @Test
    void what_is_not_there_counts_as_null_where_the_condition_reads_it_so() throws JsonProcessingException {
        Demand demand = new Demand(List.of(), Measure.VALUE, Relation.EQUAL, json("null"), true);

        assertThat(demand.test(MissingNode.getInstance())).isTrue();
        assertThat(demand(Measure.VALUE, Relation.EQUAL, "null").test(MissingNode.getInstance()))
                .isFalse();
        assertThat(demand.test(json("0"))).isFalse();
    }

    @ParameterizedTest(name = "{0} has a length that {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | EQUAL | 0 | true",
                "{} | EQUAL | 0 | true",
                "\"\" | EQUAL | 0 | true",
                "[1,2] | GREATER | 1 | true",
                "{\"a\": 1} | EQUAL | 1 | true",
                "\"abc\" | LESS | 3 | false",
                "3 | GREATER_OR_EQUAL | 0 | false",
                "3 | EQUAL | -1 | false",
                "absent | NOT_EQUAL | 1 | false",
            })
    void lengths_are_those_of_arrays_objects_and_texts(
            String value, Relation relation, String operand, boolean expected) throws JsonProcessingException {
        assertThat(demand(Measure.LENGTH, relation, operand).test(json(value))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EQUAL | \"a\" | [\"a\"]",
                "EQUAL | 1.50 | [1.50]",
                "EQUAL | 2.0 | [2]",
                "EQUAL | 1e2 | [100]",
                "TRUE | null | [true]",
                "FALSE | null | [false]",
                "GREATER | 2 | [3, \"3\", 2.01, \"2.01\"]",
                "GREATER | 2.5 | [3, \"3\", 4, \"4\", 2.51, \"2.51\"]",
                "GREATER_OR_EQUAL | 2 | [2, \"2\", 3, \"3\", 2, \"2\", 2.01, \"2.01\"]",
                "LESS | 2 | [1, \"1\", 1.99, \"1.99\"]",
                "LESS_OR_EQUAL | 2.5 | [2, \"2\", 1, \"1\", 2.5, \"2.5\", 2.49, \"2.49\"]",
                "LESS | \"b\" | [\"b\"]",
                "NOT_EQUAL | 2 | []",
                "EXISTS | null | []",
                "MATCHES | \"a\" | []",
            })
    void candidates_are_values_that_will_do(Relation relation, String operand, String expected)
            throws JsonProcessingException {
        Demand demand = demand(Measure.VALUE, relation, operand);

        List<JsonNode> wanted = new ArrayList<>();
        json(expected).forEach(wanted::add);
        assertThat(demand.candidates().toString()).isEqualTo(wanted.toString());
        assertThat(demand(Measure.LENGTH, relation, operand).candidates()).isEmpty();
    }

    @ParameterizedTest(name = "a length that {0} {1}: {2}")
    @CsvSource({
        "EQUAL, 3, 3",
        "GREATER_OR_EQUAL, 3, 3",
        "LESS_OR_EQUAL, 3, 3",
        "GREATER, 3, 4",
        "LESS, 3, 2",
        "LESS, 0, 0",
        "NOT_EQUAL, 0, 1",
        "NOT_EQUAL, 3, 2",
        "EXISTS, 3,",
    })
    void a_size_is_one_that_helps(Relation relation, String operand, Integer expected) throws JsonProcessingException {
        assertThat(demand(Measure.LENGTH, relation, operand).size().stream().boxed())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(demand(Measure.VALUE, relation, operand).size()).isEmpty();
    }

    @Test
    void a_length_that_is_compared_with_a_text_has_no_size() throws JsonProcessingException {
        assertThat(demand(Measure.LENGTH, Relation.EQUAL, "\"3\"").size()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"==, EQUAL", "!=, NOT_EQUAL", "<, LESS", "<=, LESS_OR_EQUAL", ">, GREATER", ">=, GREATER_OR_EQUAL"})
    void relations_have_symbols(String symbol, Relation relation) {
        assertThat(Relation.of(symbol)).isEqualTo(relation);
        assertThatIllegalArgumentException().isThrownBy(() -> Relation.of(symbol + "x"));
    }

    @Test
    void ways_are_combined_by_and_and_or() throws JsonProcessingException {
        Demand a = Demand.present(List.of("a"));
        Demand b = Demand.present(List.of("b"));
        Demand c = Demand.present(List.of("c"));

        Demands either = Demands.of(a).or(Demands.of(b));

        assertThat(either.and(Demands.of(c)).ways()).containsExactly(List.of(a, c), List.of(b, c));
        assertThat(either.and(Demands.NOTHING)).isEqualTo(either);
        assertThat(either.and(Demands.IMPOSSIBLE).areImpossible()).isTrue();
        assertThat(either.or(Demands.IMPOSSIBLE)).isEqualTo(either);
        assertThat(Demands.NOTHING.areImpossible()).isFalse();
        assertThat(either.under(List.of("x", "y")).ways())
                .containsExactly(
                        List.of(Demand.present(List.of("x", "y", "a"))),
                        List.of(Demand.present(List.of("x", "y", "b"))));
        Demands many = new Demands(Collections.nCopies(100, List.of(a)));
        assertThat(many.and(many).ways()).hasSize(32);
    }

    private static Demand demand(Measure measure, Relation relation, String operand) throws JsonProcessingException {
        return new Demand(List.of(), measure, relation, json(operand), false);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return text.equals("absent") ? MissingNode.getInstance() : MAPPER.readTree(text);
    }
}
