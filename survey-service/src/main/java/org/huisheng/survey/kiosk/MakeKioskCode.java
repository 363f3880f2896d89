package org.huisheng.survey.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.campaign.Access;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.campaign.Links;
import org.jspecify.annotations.Nullable;

/** Lets some devices enrol for one campaign, at one station, for some time. */
@ApplicationScoped
class MakeKioskCode {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_DEVICES = 100;
    private static final int USUAL_DEVICES = 10;

    private final KnownCampaigns campaigns;
    private final Links links;
    private final DataSource dataSource;
    private final KioskConfig config;
    private final Clock clock;

    MakeKioskCode(KnownCampaigns campaigns, Links links, DataSource dataSource, KioskConfig config, Clock clock) {
        this.campaigns = campaigns;
        this.links = links;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /** @param devices how many may enrol with it */
    record Wish(
            @Nullable String station,
            @Nullable Integer devices,
            @Nullable Instant expiresAt) {}

    record Made(
            EnrolmentCode code, UUID campaignId, @Nullable String station, int devices, Instant expiresAt) {}

    @Transactional(rollbackOn = SQLException.class)
    Made make(UUID campaignId, Wish wish) throws SQLException {
        var campaign = campaigns.require(campaignId);
        var now = clock.instant();
        var made = new Made(
                EnrolmentCode.fresh(),
                campaignId,
                wish.station(),
                wish.devices() == null ? USUAL_DEVICES : wish.devices(),
                wish.expiresAt() == null ? now.plus(config.codeLife()) : wish.expiresAt());
        check(campaign, made, now);
        var link = links.createOne(campaignId, wish.station());
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO kiosk_code (code, campaign_id, station, link, expires_at, devices_left)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setString(1, made.code().characters());
            insert.setObject(2, campaignId);
            insert.setString(3, made.station());
            insert.setString(4, link.token());
            insert.setObject(5, OffsetDateTime.ofInstant(made.expiresAt(), ZoneOffset.UTC));
            insert.setInt(6, made.devices());
            insert.executeUpdate();
        }
        return made;
    }

    private static void check(CampaignFacts campaign, Made made, Instant now) {
        if (campaign.access() != Access.OPEN) {
            throw new RuleViolated("kiosk-needs-open-access");
        }
        var violations = new ArrayList<Violation>();
        if (made.station() != null && !campaign.stations().contains(made.station())) {
            violations.add(new Violation("/station", "unknown-station", made.station()));
        }
        if (made.devices() < 1 || made.devices() > MOST_DEVICES) {
            violations.add(new Violation("/devices", "out-of-range", 1, MOST_DEVICES));
        }
        if (!made.expiresAt().isAfter(now) || made.expiresAt().isAfter(now.plus(LONGEST))) {
            violations.add(new Violation("/expiresAt", "within-days", LONGEST.toDays()));
        }
        if (!violations.isEmpty()) {
            throw new RuleViolated(List.copyOf(violations));
        }
    }
}
