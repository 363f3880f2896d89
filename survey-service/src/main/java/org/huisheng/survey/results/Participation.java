package org.huisheng.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.jspecify.annotations.Nullable;

/** How many have answered, exactly and at each station: that somebody did is no secret of theirs, what they said is. */
@ApplicationScoped
class Participation {

    private final DataSource dataSource;
    private final KnownCampaigns campaigns;

    Participation(DataSource dataSource, KnownCampaigns campaigns) {
        this.dataSource = dataSource;
        this.campaigns = campaigns;
    }

    record StationView(@Nullable String station, long responses) {}

    /** @param places left under the quota, null without one */
    record ParticipationView(
            UUID campaignId,
            long responses,
            @Nullable Integer invited,
            @Nullable BigDecimal responseRate,
            @Nullable Integer quota,
            @Nullable Long places,
            List<StationView> stations) {}

    ParticipationView of(UUID campaignId) throws SQLException {
        var campaign = campaigns.require(campaignId);
        var stations = stations(campaign);
        var responses = stations.stream().mapToLong(StationView::responses).sum();
        return new ParticipationView(
                campaignId,
                responses,
                campaign.invited(),
                ShowResults.rate(responses, campaign.invited()),
                campaign.quota(),
                campaign.quota() == null ? null : places(campaignId),
                stations);
    }

    /** A response taken back has had its place: the quota counts answers given, not kept. */
    private long places(UUID campaignId) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("SELECT quota - response_count FROM campaign WHERE id = ?")) {
            select.setObject(1, campaignId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Those without a response too. */
    private List<StationView> stations(CampaignFacts campaign) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        campaign.stations().forEach(station -> counts.put(station, 0L));
        var elsewhere = 0L;
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        SELECT station, count(*) FROM response
                        WHERE campaign_id = ? AND withdrawn_at IS NULL GROUP BY station ORDER BY station
                        """)) {
            select.setObject(1, campaign.id());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(1) == null) {
                        elsewhere = rows.getLong(2);
                    } else {
                        counts.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
        var views = new ArrayList<StationView>();
        counts.forEach((station, count) -> views.add(new StationView(station, count)));
        if (elsewhere > 0 || views.isEmpty()) {
            views.add(new StationView(null, elsewhere));
        }
        return views;
    }
}
