package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kit.table.TableFile;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.definition.CompiledVersions;
import org.jspecify.annotations.Nullable;

/** All responses of a campaign as a table, written while it is read. */
@ApplicationScoped
class AnswerTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    private final CampaignAnswers answers;
    private final CompiledVersions versions;

    AnswerTable(CampaignAnswers answers, CompiledVersions versions) {
        this.answers = answers;
        this.versions = versions;
    }

    StreamingOutput csv(CampaignFacts campaign, @Nullable String language) {
        return output -> {
            var definition = definition(campaign);
            var columns = Column.of(definition);
            var headers = ColumnNames.of(definition, language).headers(known(campaign), columns);
            try (var table = TableFile.csv(output, headers)) {
                fill(table, campaign, columns);
            }
        };
    }

    StreamingOutput xlsx(CampaignFacts campaign, @Nullable String language) {
        return output -> {
            var definition = definition(campaign);
            var columns = Column.of(definition);
            var names = ColumnNames.of(definition, language);
            try (var table = TableFile.xlsx(output, names.sheet(), names.headers(known(campaign), columns))) {
                fill(table, campaign, columns);
            }
        };
    }

    private void fill(TableFile table, CampaignFacts campaign, List<Column> columns) throws IOException {
        try {
            answers.each(campaign, given -> table.row(cells(campaign, given, columns)));
        } catch (SQLException outage) {
            throw new IOException(outage); // the answer has begun: only its end can tell that it is not whole
        }
    }

    private JsonNode definition(CampaignFacts campaign) {
        return versions.require(campaign.surveyId(), campaign.version()).definition();
    }

    private static List<String> known(CampaignFacts campaign) {
        return campaign.anonymous()
                ? List.of("month", "station", "locale")
                : List.of("responseId", "submittedAt", "receivedAt", "station", "locale");
    }

    private static @Nullable Object[] cells(CampaignFacts campaign, GivenAnswers given, List<Column> columns) {
        var cells = new ArrayList<@Nullable Object>(known(campaign, given));
        columns.forEach(column -> cells.add(cell(column.in(given.answers()))));
        return cells.toArray();
    }

    private static @Nullable Object cell(JsonNode answer) {
        if (answer.isMissingNode()) {
            return null;
        }
        return answer.isNumber() ? answer.decimalValue() : Column.text(answer);
    }

    private static List<String> known(CampaignFacts campaign, GivenAnswers given) {
        var station = given.station() == null ? "" : given.station();
        return campaign.anonymous()
                ? List.of(given.month(), station, given.locale())
                : List.of(
                        String.valueOf(given.responseId()),
                        time(given.submittedAt()),
                        time(given.receivedAt()),
                        station,
                        given.locale());
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }
}
