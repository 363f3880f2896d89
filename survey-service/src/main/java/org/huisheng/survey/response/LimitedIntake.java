package org.huisheng.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.survey.campaign.Access;
import org.huisheng.survey.campaign.LinkTarget;

/**
 * Stores a response that needs a closer look: one that spends something, a place under a quota or a single-use link, and
 * one that comes after the end. One at a time per campaign.
 */
@ApplicationScoped
class LimitedIntake {

    private final DataSource dataSource;
    private final Clock clock;

    LimitedIntake(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * @param answeredAt to the moment, of which the row may have only the day
     * @throws Conflict if the quota is full, the link is spent or the campaign takes it no more; nothing is stored then
     */
    @Transactional(rollbackOn = SQLException.class)
    Stored store(IntakeRow row, LinkTarget target, Instant answeredAt) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            lockCampaign(connection, target);
            var existing =
                    ResponseRows.find(connection, List.of(row.responseId())).get(row.responseId());
            if (existing != null) {
                return existing;
            }
            if (target.access() == Access.SINGLE_USE && !spendLink(connection, target)) {
                throw new Conflict("link-used");
            }
            if (target.limited() && !takePlace(connection, target)) {
                throw new Conflict("campaign-full");
            }
            if (ResponseRows.insert(connection, List.of(row)).isEmpty()
                    && ResponseRows.insertLate(connection, row, answeredAt, clock.instant())
                            .isEmpty()) {
                // Thrown, so that the link and the place are not spent on nothing.
                throw new Conflict(
                        ResponseRows.find(connection, List.of(row.responseId())).isEmpty()
                                ? "campaign-closed"
                                : "response-id-taken");
            }
            return new Stored(row.responseId(), row.content(), row.receivedAt(), true);
        }
    }

    private static void lockCampaign(Connection connection, LinkTarget target) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT 1 FROM campaign WHERE id = ? FOR UPDATE")) {
            lock.setObject(1, target.campaignId());
            lock.execute();
        }
    }

    private static boolean spendLink(Connection connection, LinkTarget target) throws SQLException {
        try (var spend = connection.prepareStatement("UPDATE link SET used = true WHERE token = ? AND NOT used")) {
            spend.setString(1, target.token());
            return spend.executeUpdate() == 1;
        }
    }

    private static boolean takePlace(Connection connection, LinkTarget target) throws SQLException {
        try (var take = connection.prepareStatement("""
                UPDATE campaign SET response_count = response_count + 1
                WHERE id = ? AND (quota IS NULL OR response_count < quota)
                """)) {
            take.setObject(1, target.campaignId());
            return take.executeUpdate() == 1;
        }
    }
}
