package org.huisheng.survey.answers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.web.TypedQuery;
import org.huisheng.survey.anonymity.FewestPeople;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.definition.CompiledVersions;
import org.jspecify.annotations.Nullable;

/** What people wrote in their own words to one question, with nothing beside it, unless only a few did. */
@Path("/v1/campaigns/{id}/texts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@ReadsPersonalData
@RunOnVirtualThread
class TextResource {

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
    private final CampaignTexts texts;
    private final CompiledVersions versions;
    private final FewestPeople fewest;

    TextResource(KnownCampaigns campaigns, CampaignTexts texts, CompiledVersions versions, FewestPeople fewest) {
        this.campaigns = campaigns;
        this.texts = texts;
        this.versions = versions;
        this.fewest = fewest;
    }

    @GET
    public TextPage list(
            UUID id,
            @QueryParam("question") @Nullable String question,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        if (question == null) {
            throw new Malformed("query-required", "question");
        }
        var facts = campaigns.require(id);
        var campaign = facts.id();
        var version = versions.require(facts.surveyId(), facts.version());
        if (Column.of(version.definition()).stream()
                .noneMatch(column -> column.question().equals(question))) {
            throw Malformed.query("question", "not-known");
        }
        if (cursor != null && !Place.isMeaningless(cursor)) {
            throw new Malformed("bad-cursor");
        }
        var threshold = fewest.of(version.side());
        var size = TypedQuery.limit(limit, 500);
        if (texts.some(campaign, question, "", threshold).size() < threshold) {
            return new TextPage(question, State.SUPPRESSED, List.of(), null);
        }
        var some = texts.some(campaign, question, cursor == null ? "" : cursor, size);
        return new TextPage(
                question,
                State.SHOWN,
                some.stream().map(CampaignTexts.Text::text).toList(),
                some.size() < size ? null : some.getLast().place());
    }
}
