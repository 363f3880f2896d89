package org.huisheng.survey.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.huisheng.survey.answers.StoredAnswers;
import org.huisheng.survey.calendar.BusinessDay;
import org.jspecify.annotations.Nullable;

/** A response given before. @param receivedAt of an anonymous one the beginning of the day */
record GivenResponse(UUID id, @Nullable String station, Instant receivedAt, JsonNode answers) {

    static GivenResponse of(ResultSet row, ObjectMapper json) throws SQLException {
        return new GivenResponse(
                row.getObject("response_id", UUID.class),
                row.getString("station"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                StoredAnswers.read(json, row.getString("answers")));
    }

    LocalDate day() {
        return BusinessDay.of(receivedAt);
    }
}
