package org.huisheng.survey.poster;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.survey.campaign.Access;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.campaign.Links.Link;
import org.jspecify.annotations.Nullable;

/** Which of a campaign's links go on its posters: one a station, always the same. */
@ApplicationScoped
class PosterLinks {

    private final DataSource dataSource;

    PosterLinks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws Conflict if there is none; @throws RuleViolated if a link is one person's */
    List<Link> of(CampaignFacts campaign, @Nullable String station) {
        if (campaign.access() == Access.SINGLE_USE) {
            throw new RuleViolated("poster-of-one-link");
        }
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        SELECT station, min(token) AS token FROM link
                        WHERE campaign_id = ? AND (?::text IS NULL OR station = ?)
                        GROUP BY station ORDER BY station NULLS FIRST
                        """)) {
            select.setObject(1, campaign.id());
            select.setString(2, station);
            select.setString(3, station);
            try (var rows = select.executeQuery()) {
                var links = new ArrayList<Link>();
                while (rows.next()) {
                    links.add(new Link(rows.getString("token"), campaign.id(), rows.getString("station")));
                }
                if (links.isEmpty()) {
                    throw station == null
                            ? new Conflict("campaign-has-no-link")
                            : new Conflict("station-has-no-link", station);
                }
                return links;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
