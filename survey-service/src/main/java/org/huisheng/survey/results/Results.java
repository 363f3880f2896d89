package org.huisheng.survey.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the answers to a campaign, or to all campaigns of a survey.
 *
 * @param threshold fewer people than this are never shown by themselves
 * @param invited how many were asked, null where nobody counted
 */
record Results(
        UUID id,
        String name,
        Side side,
        boolean anonymous,
        long threshold,
        Instant asOf,
        @Nullable Integer invited,
        @Nullable BigDecimal responseRate,
        FigureView responses,
        List<GroupView> groups,
        List<QuestionView> questions) {

    enum State {
        SHOWN,
        SUPPRESSED
    }

    /** @param share of those who answered */
    record ShareView(String value, long count, BigDecimal share) {}

    /**
     * @param partial stands for some of the people only, the rest being shown together with others
     * @param answered null while suppressed, like all the figures
     */
    record FigureView(
            State state,
            boolean partial,
            @Nullable Long answered,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal nps,
            List<ShareView> distribution) {}

    /** @param group by what it was broken down, and the value of each */
    record GroupView(Map<String, String> group, FigureView figure) {}

    record RowView(String row, FigureView figure, List<GroupView> groups) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            String name,
            @Nullable JsonNode title,
            AskedQuestion.Kind kind,
            FigureView figure,
            List<GroupView> groups,
            List<RowView> rows) {}
}
