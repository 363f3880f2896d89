package org.huisheng.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TEXT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void what_was_read_is_written_the_same() {
        assertThat(Traceparent.parse(TEXT)).isEqualTo(new Traceparent(TRACE, "00f067aa0ba902b7", true));
        assertThat(Traceparent.parse(TEXT).text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
                "00-4bf92f3577b34da6a3ce929d0e0e4736000f067aa0ba902b7-01",
                "00.4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0g-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void what_is_none_is_taken_for_none(String text) {
        assertThat(Traceparent.parse(text)).isNull();
        assertThat(Traceparent.parse(null)).isNull();
    }

    @Test
    void a_later_version_may_say_more() {
        assertThat(Traceparent.parse("cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-holds"))
                .isEqualTo(new Traceparent(TRACE, "00f067aa0ba902b7", true));
    }

    @ParameterizedTest
    @CsvSource({"00, false", "01, true", "02, false", "ff, true"})
    void the_last_bit_says_whether_it_is_kept(String flags, boolean sampled) {
        assertThat(Traceparent.parse("00-" + TRACE + "-00f067aa0ba902b7-" + flags)
                        .sampled())
                .isEqualTo(sampled);
    }

    @Test
    void a_child_is_another_place_of_the_same_trace_and_a_beginning_is_one_of_another() {
        var place = Traceparent.parse(TEXT);

        var child = place.child();

        assertThat(child.traceId()).isEqualTo(TRACE);
        assertThat(child.spanId()).isNotEqualTo(place.spanId());
        assertThat(child.sampled()).isTrue();
        assertThat(Traceparent.begin(false).traceId()).isNotEqualTo(TRACE);
        assertThat(Traceparent.parse(Traceparent.begin(false).text())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/survey/v1/responses, /api/survey/v1/responses",
        "/api/survey/v1/links/SECRET/more, /api/survey/v1/links",
        "/api/feedback/v1/cases/42/notes, /api/feedback/v1/cases",
        "/odata/v4/Scores, /odata/v4/Scores",
        "/s/SECRET, /",
        "/c/SECRET, /",
        "/, /"
    })
    void a_span_is_called_by_what_opens_nothing(String path, String name) {
        assertThat(RequestTrace.beginningOf(path)).isEqualTo(name);
    }
}
