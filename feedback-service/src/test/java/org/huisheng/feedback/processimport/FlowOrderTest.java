package org.huisheng.feedback.processimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.huisheng.feedback.processimport.FlowOrder.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowOrderTest {

    @ParameterizedTest
    @CsvSource({
        "a b c d, a>b b>c c>d, a b c d",
        "d c b a, a>b b>c c>d, a b c d",
        "a d c b, a>b a>c b>d c>d, a c b d",
        "a b c, a>c, a b c",
        "c b a, a>b b>a, c b a",
        "b a, a>b a>b a>x y>b, a b"
    })
    void along_the_flow_where_it_goes_one_way_and_as_it_stands_where_it_does_not(
            String nodes, String flows, String ordered) {
        var all = Arrays.stream(flows.split(" "))
                .map(flow -> new Flow(flow.substring(0, 1), flow.substring(2)))
                .toList();

        assertThat(FlowOrder.of(List.of(nodes.split(" ")), all)).containsExactly(ordered.split(" "));
    }

    @Test
    void without_flows_all_stays_as_it_stands() {
        assertThat(FlowOrder.of(List.of("b", "a"), List.of())).containsExactly("b", "a");
    }
}
