package org.huisheng.kpi.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTest {

    private static final String ONE = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @Test
    void an_id_says_what_is_known() {
        for (var known :
                new Known[] {Known.NOTHING, new Known(ONE, null), new Known(null, ONE), new Known(ONE, OTHER)}) {
            assertThat(Known.parse(known.id())).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "-", "-.", ONE, ONE + "." + ONE + "." + ONE, ONE + ".\n", "x." + ONE})
    void what_is_no_id_of_ours_says_nothing(String text) {
        assertThat(Known.parse(text)).isEqualTo(Known.NOTHING);
        assertThat(Known.parse(null)).isEqualTo(Known.NOTHING);
    }
}
