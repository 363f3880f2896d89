package org.huisheng.survey.answers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.jspecify.annotations.Nullable;

/** What people wrote in their own words to one question, with nothing beside it, unless only a few did. */
@Path("/v1/campaigns/{id}/texts")
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class TextResource {

    /** Ordered by ids that mean nothing, so that no text can be put beside the other answers of its author. */
    private static final String SELECT = """
            SELECT md5(response_id::text || ?) AS place, answers ->> ? AS text FROM response
            WHERE campaign_id = ? AND withdrawn_at IS NULL AND jsonb_typeof(answers -> ?) = 'string'
              AND md5(response_id::text || ?) > ?
            ORDER BY place LIMIT ?
            """;

    enum State {
        SHOWN,
        SUPPRESSED
    }

    /** @param state suppressed while fewer than the threshold have written something */
    record TextPage(
            String question,
            State state,
            List<String> items,
            @Nullable String next) {}

    private final KnownCampaigns campaigns;
    private final DataSource dataSource;
    private final int threshold;

    TextResource(
            KnownCampaigns campaigns,
            DataSource dataSource,
            @ConfigProperty(name = "huisheng.suppression.threshold", defaultValue = "5") int threshold) {
        this.campaigns = campaigns;
        this.dataSource = dataSource;
        this.threshold = threshold;
    }

    @GET
    public TextPage list(
            UUID id,
            @QueryParam("question") @Nullable String question,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        if (question == null) {
            throw new Malformed(new Violation("/question", "required"));
        }
        var campaign = campaigns.require(id).id();
        var size = Math.clamp(limit, 1, 500);
        if (some(campaign, question, "", threshold).size() < threshold) {
            return new TextPage(question, State.SUPPRESSED, List.of(), null);
        }
        var texts = some(campaign, question, cursor == null ? "" : cursor, size);
        return new TextPage(
                question,
                State.SHOWN,
                texts.stream().map(Text::text).toList(),
                texts.size() < size ? null : texts.getLast().place());
    }

    private record Text(String place, String text) {}

    private List<Text> some(UUID campaign, String question, String after, int limit) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setString(1, question);
            select.setString(2, question);
            select.setObject(3, campaign);
            select.setString(4, question);
            select.setString(5, question);
            select.setString(6, after);
            select.setInt(7, limit);
            try (var rows = select.executeQuery()) {
                var texts = new ArrayList<Text>();
                while (rows.next()) {
                    texts.add(new Text(rows.getString("place"), rows.getString("text")));
                }
                return texts;
            }
        }
    }
}
