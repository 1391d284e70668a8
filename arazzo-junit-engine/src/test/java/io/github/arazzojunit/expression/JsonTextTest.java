package io.github.arazzojunit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @ParameterizedTest
    @CsvSource({"1.50, 1.50", "1E+3, 1000", "-1.2E-7, -0.00000012", "1E+400, 1E+400", "1E-401, 1E-401", "0E+2, 0"})
    void AMB_67_numbers_have_their_digits_and_no_exponent_where_they_are_not_huge(String number, String text) {
        assertThat(JsonText.of(DecimalNode.valueOf(new BigDecimal(number)))).isEqualTo(text);
    }

    @Test
    void AMB_67_the_longest_fraction_is_still_written_out() {
        assertThat(JsonText.of(DecimalNode.valueOf(new BigDecimal("1E-400")))).isEqualTo("0." + "0".repeat(399) + "1");
        assertThat(JsonText.of(DecimalNode.valueOf(new BigDecimal("1E+308")))).isEqualTo("1" + "0".repeat(308));
    }

    @Test
    void numbers_of_other_kinds_have_a_text_too() {
        assertThat(JsonText.of(LongNode.valueOf(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(JsonText.of(DoubleNode.valueOf(Double.NaN))).isEqualTo("NaN");
        assertThat(JsonText.of(DoubleNode.valueOf(Double.NEGATIVE_INFINITY))).isEqualTo("-Infinity");
        assertThat(JsonText.of(DoubleNode.valueOf(0.25))).isEqualTo("0.25");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"{}, object", "[], array", "'a', string", "1, number", "true, boolean", "null, null"})
    void every_type_has_its_name_in_JSON(String json, String name) {
        assertThat(JsonText.typeName(ScopeOf.json(json))).isEqualTo(name);
    }
}
