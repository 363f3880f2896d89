package org.huisheng.survey.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.campaign.CampaignStatus;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.jspecify.annotations.Nullable;

/** Makes a device one of ours, for whoever types a good code into it. */
@ApplicationScoped
class EnrolKiosk {

    private static final int MAX_NAME = 100;

    private final DataSource dataSource;
    private final KnownCampaigns campaigns;
    private final Kiosks kiosks;
    private final WrongCodes wrongCodes;
    private final Clock clock;

    EnrolKiosk(DataSource dataSource, KnownCampaigns campaigns, Kiosks kiosks, WrongCodes wrongCodes, Clock clock) {
        this.dataSource = dataSource;
        this.campaigns = campaigns;
        this.kiosks = kiosks;
        this.wrongCodes = wrongCodes;
        this.clock = clock;
    }

    private record Place(UUID campaignId, @Nullable String station, String link) {}

    /** @param token told once, here */
    record Enrolled(
            String id,
            DeviceToken token,
            String name,
            UUID campaignId,
            @Nullable String station,
            String link) {}

    /** @param address where the request came from, to be counted if the code is wrong */
    @Transactional(rollbackOn = SQLException.class)
    Enrolled enrol(EnrolmentCode code, String name, String address) throws SQLException {
        check(name);
        wrongCodes.check(address);
        var now = clock.instant();
        var place = spend(code, now);
        if (place == null) {
            wrongCodes.failed(address);
            throw new RuleViolated("kiosk-code-invalid");
        }
        if (campaigns.require(place.campaignId()).status() == CampaignStatus.CLOSED) {
            throw new Conflict("campaign-closed");
        }
        var enrolled = new Enrolled(
                UUID.randomUUID().toString(),
                DeviceToken.fresh(),
                name.strip(),
                place.campaignId(),
                place.station(),
                place.link());
        kiosks.add(
                enrolled.id(),
                enrolled.name(),
                enrolled.token(),
                enrolled.campaignId(),
                enrolled.station(),
                enrolled.link(),
                now);
        return enrolled;
    }

    private @Nullable Place spend(EnrolmentCode code, Instant now) throws SQLException {
        try (var connection = dataSource.getConnection();
                var spend = connection.prepareStatement("""
                        UPDATE kiosk_code SET devices_left = devices_left - 1
                        WHERE code = ? AND expires_at > ? AND devices_left > 0
                        RETURNING campaign_id, station, link
                        """)) {
            spend.setString(1, code.characters());
            spend.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (var row = spend.executeQuery()) {
                return row.next()
                        ? new Place(
                                row.getObject("campaign_id", UUID.class),
                                row.getString("station"),
                                row.getString("link"))
                        : null;
            }
        }
    }

    private static void check(String name) {
        if (name.isBlank()) {
            throw new RuleViolated(List.of(new Violation("/name", "blank")));
        }
        if (name.strip().length() > MAX_NAME) {
            throw new RuleViolated(List.of(new Violation("/name", "too-long", MAX_NAME)));
        }
    }
}
