package org.huisheng.kpi.seal.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private record Exact(BigDecimal value, long n, @Nullable String nothing) {}

    /** The example of RFC 8785, 3.2.2, with its numbers as they are. */
    @Test
    void the_example_of_the_rfc_comes_out_as_it_says() {
        var value = new LinkedHashMap<String, Object>();
        value.put("numbers", List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001));
        value.put("string", "\u20ac$\u000F\nA'B\"\\\\\"/");
        value.put("literals", Arrays.asList(null, true, false));

        assertThat(CanonicalJson.of(value))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keys_are_in_the_order_of_their_utf_16_units() {
        var value = Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "\u00f6", 7);

        assertThat(CanonicalJson.of(value))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void exact_decimals_are_texts_and_come_back_equal() {
        var exact = new Exact(new BigDecimal("12345678901234567890.100000"), 7, null);

        var text = CanonicalJson.of(exact);

        assertThat(text).isEqualTo("{\"n\":7,\"nothing\":null,\"value\":\"12345678901234567890.100000\"}");
        assertThat(CanonicalJson.value(CanonicalJson.tree(text), Exact.class)).isEqualTo(exact);
    }
}
