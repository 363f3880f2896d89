package org.huisheng.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.survey.campaign.Access;
import org.huisheng.survey.campaign.LinkTarget;
import org.jspecify.annotations.Nullable;

/** Stores a response that spends something: a place under a quota, or a single-use link. One at a time per campaign. */
@ApplicationScoped
class LimitedIntake {

    private final DataSource dataSource;

    LimitedIntake(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @return null when the campaign is not open any more
     * @throws Conflict if the quota is full or the link is spent; nothing is stored then
     */
    @Transactional
    @Nullable
    Stored store(IntakeRow row, LinkTarget target) throws SQLException {
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
            if (!takePlace(connection, target)) {
                throw new Conflict("campaign-full");
            }
            return ResponseRows.insert(connection, List.of(row)).isEmpty()
                    ? null
                    : new Stored(row.content(), row.receivedAt(), true);
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
