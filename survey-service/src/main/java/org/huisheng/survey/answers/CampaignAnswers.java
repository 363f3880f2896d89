package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.survey.anonymity.FewestPeople;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.definition.CompiledVersions;
import org.jspecify.annotations.Nullable;

/** Reads the responses of a campaign, never more than some of them at once. */
@ApplicationScoped
class CampaignAnswers {

    static final int FETCHED = 1_000;

    /**
     * Orders anonymous answers: neither by the day they came on, nor in a way that who holds a receipt, and so knows the
     * response's id, could find its place.
     */
    private static final String MEANINGLESS =
            "encode(sha256((SELECT key FROM receipt_key) || uuid_send(r.response_id)), 'hex')";

    private static final String SELECT = """
            SELECT r.response_id, %1$s AS place, r.station, r.submitted_at, r.received_at, r.locale, r.answers,
                   to_char(least(greatest(r.submitted_at, c.opens_at), r.received_at) AT TIME ZONE 'Asia/Shanghai',
                           'YYYY-MM') AS month
            FROM response r JOIN campaign c ON c.id = r.campaign_id
            WHERE r.campaign_id = ? AND r.withdrawn_at IS NULL
            """.formatted(MEANINGLESS);

    /** In the order they came, along the index. */
    private static final String NAMED =
            " AND (r.received_at, r.response_id) > (?, ?)" + " ORDER BY r.received_at, r.response_id LIMIT ?";

    private static final String ANONYMOUS = " AND %1$s > ? ORDER BY %1$s LIMIT ?".formatted(MEANINGLESS);

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final CompiledVersions versions;
    private final FewestPeople fewest;

    CampaignAnswers(DataSource dataSource, ObjectMapper json, CompiledVersions versions, FewestPeople fewest) {
        this.dataSource = dataSource;
        this.json = json;
        this.versions = versions;
        this.fewest = fewest;
    }

    interface Reader {
        void read(GivenAnswers answers) throws IOException;
    }

    record Page(List<GivenAnswers> items, @Nullable Place next) {}

    Page page(CampaignFacts campaign, Place after, int limit) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(SELECT + (campaign.anonymous() ? ANONYMOUS : NAMED))) {
            var parameter = 1;
            select.setObject(parameter++, campaign.id());
            if (campaign.anonymous()) {
                select.setString(parameter++, after.meaningless());
            } else {
                select.setObject(parameter++, time(after.receivedAt()));
                select.setObject(parameter++, after.responseId());
            }
            select.setInt(parameter, limit);
            var stations = stations(connection, campaign);
            try (var rows = select.executeQuery()) {
                var items = new ArrayList<GivenAnswers>(limit);
                var place = after;
                while (rows.next()) {
                    items.add(answers(rows, campaign, stations));
                    place = place(rows, campaign);
                }
                return new Page(items, items.size() < limit ? null : place);
            }
        }
    }

    /** One query for all, its rows fetched a thousand at a time; the database sorts on its disk. */
    void each(CampaignFacts campaign, Reader reader) throws SQLException, IOException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false); // only then does the driver fetch in portions
            try (var select = connection.prepareStatement(
                    SELECT + (campaign.anonymous() ? " ORDER BY place" : " ORDER BY r.received_at, r.response_id"))) {
                select.setFetchSize(FETCHED);
                select.setObject(1, campaign.id());
                var stations = stations(connection, campaign);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        reader.read(answers(rows, campaign, stations));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Where enough people answered to be named beside an anonymous answer. */
    private Set<String> stations(Connection connection, CampaignFacts campaign) throws SQLException {
        var stations = new HashSet<>(campaign.stations());
        if (campaign.anonymous()) {
            var threshold = fewest.of(
                    versions.require(campaign.surveyId(), campaign.version()).side());
            for (var station : campaign.stations()) {
                try (var count = connection.prepareStatement("""
                        SELECT count(*) FROM (SELECT 1 FROM response
                        WHERE campaign_id = ? AND station = ? AND withdrawn_at IS NULL LIMIT ?) AS counted
                        """)) {
                    count.setObject(1, campaign.id());
                    count.setString(2, station);
                    count.setLong(3, threshold);
                    try (var row = count.executeQuery()) {
                        row.next();
                        if (row.getLong(1) < threshold) {
                            stations.remove(station);
                        }
                    }
                }
            }
        }
        return stations;
    }

    private GivenAnswers answers(ResultSet row, CampaignFacts campaign, Set<String> stations) throws SQLException {
        var station = row.getString("station");
        var named = !campaign.anonymous();
        return new GivenAnswers(
                named ? row.getObject("response_id", UUID.class) : null,
                station != null && (named || stations.contains(station)) ? station : null,
                row.getString("month"),
                named ? instant(row, "submitted_at") : null,
                named ? instant(row, "received_at") : null,
                row.getString("locale"),
                StoredAnswers.read(json, row.getString("answers")));
    }

    private static Place place(ResultSet row, CampaignFacts campaign) throws SQLException {
        return campaign.anonymous()
                ? new Place(row.getString("place"))
                : Place.at(instant(row, "received_at"), row.getObject("response_id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
