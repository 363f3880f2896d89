package org.huisheng.kpi.odata.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.huisheng.kpi.odata.filter.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @Test
    void options_are_decoded_and_those_of_one_page_left_out_of_the_rest() {
        var query = QueryString.parse("$filter=a+eq%20'%26%3D'&$top=5&x=1&&$skip=2&%24select=a&$skiptoken=t");

        assertThat(query.option("$filter")).isEqualTo("a eq '&='");
        assertThat(query.option("$select")).isEqualTo("a");
        assertThat(query.option("$top")).isEqualTo("5");
        assertThat(query.ofAllPages()).isEqualTo("$filter=a+eq%20'%26%3D'&x=1&%24select=a");
    }

    @Test
    void the_same_question_written_otherwise_means_the_same() {
        assertThat(QueryString.parse("$filter=a%20eq%201&$top=1").meaning())
                .isEqualTo(QueryString.parse("%24filter=a+eq+1").meaning())
                .isNotEqualTo(QueryString.parse("$filter=a+eq+2").meaning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$filter=%zz", "$filter=%", "%zz=1", "$filter=%00"})
    void what_is_badly_encoded_is_refused(String query) {
        var refusal = catchThrowableOfType(Refusal.class, () -> QueryString.parse(query));

        assertThat(refusal.code()).isEqualTo("bad-encoding");
    }
}
